using System.ComponentModel.DataAnnotations;

namespace DcOps.Upload.Configuration;

/// <summary>One data centre as the platform knows it.</summary>
public sealed class UploadFacility
{
    /// <summary>Id in section <c>facilities</c>.</summary>
    [Required, MinLength(1)]
    public required string Facility { get; init; }

    /// <summary>统一社会信用代码 of the enterprise.</summary>
    [Required, RegularExpression("[0-9A-Z]{18}", ErrorMessage = "must be the 18 digits and capital letters of a unified social credit code.")]
    public required string Enterprise { get; init; }

    /// <summary>Id of the end device at the platform.</summary>
    [Required, RegularExpression("[0-9A-Za-z_.-]{1,64}", ErrorMessage = "must be 1 to 64 letters, digits, dots, hyphens or underscores.")]
    public required string Device { get; init; }

    [MinLength(1)]
    public required ImmutableArray<UploadMeter> Meters { get; init; }
}
