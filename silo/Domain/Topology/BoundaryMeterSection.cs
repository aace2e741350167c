using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Topology;

/// <summary>One meter of a facility's boundary.</summary>
public sealed class BoundaryMeterSection
{
    /// <summary>Name of the device at the facility's plant.</summary>
    [Required, RegularExpression("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", ErrorMessage =
        "must be a device name: small letters, digits and hyphens, 1 to 40 characters.")]
    public required string Device { get; init; }

    public required MeterRole Role { get; init; }
}
