using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>Places a device whose topic does not tell where it is.</summary>
public sealed record MqttDeviceSection : IValidatableObject
{
    /// <summary>As the mapping builds it from the topic: <c>tasmota:pow1</c>.</summary>
    [Required]
    public required string Source { get; init; }

    /// <summary>Rack (<c>NJ-01/R01/A07</c>) or facility (<c>NJ-01</c>).</summary>
    [Required]
    public required string Location { get; init; }

    /// <summary>Name of the device, unique at its location.</summary>
    [Required, RegularExpression("[a-z0-9][a-z0-9-]{0,63}", ErrorMessage = "must be small letters, digits and hyphens.")]
    public required string Name { get; init; }

    /// <summary>Breaker or nameplate rating; absent: the mapping's.</summary>
    [Range(0.001, 10_000_000)]
    public double? RatedKilowatts { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!DcOps.Domain.Topology.Location.TryParse(Location, out _))
            yield return new($"'{Location}' is not a location: facility/room/rack for a rack, facility for its plant.", [nameof(Location)]);
    }
}
