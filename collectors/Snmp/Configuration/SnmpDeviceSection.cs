using System.ComponentModel.DataAnnotations;
using DcOps.Collectors.Pipeline.Devices;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>One device to poll.</summary>
public sealed record SnmpDeviceSection : IValidatableObject
{
    /// <summary>Unique at its location.</summary>
    [Required, RegularExpression("[a-z0-9][a-z0-9-]{0,63}", ErrorMessage = "must be small letters, digits and hyphens.")]
    public required string Name { get; init; }

    /// <summary>Rack (<c>NJ-01/R01/A07</c>) or facility (<c>NJ-01</c>).</summary>
    [Required]
    public required string Location { get; init; }

    /// <summary>Address or host name, with the UDP port when it is not 161: <c>10.1.2.3</c>, <c>10.1.2.3:1161</c>, <c>[fd00::7]:161</c>.</summary>
    [Required]
    public required string Address { get; init; }

    /// <summary>Name of a set of credentials.</summary>
    [Required]
    public required string Credentials { get; init; }

    /// <summary>Name of a device profile.</summary>
    [Required]
    public required string Profile { get; init; }

    /// <summary>Breaker or nameplate rating: the limit of what its power and its registers can mean.</summary>
    [Range(0.001, 1_000_000)]
    public required double RatedKilowatts { get; init; }

    /// <summary>Which of a rack's two supplies it hangs on; absent when that means nothing.</summary>
    public Feed Feed { get; init; }

    /// <summary>Which member of a chain behind one address; absent when it is all of them.</summary>
    [Range(0, 1_000)]
    public int? Member { get; init; }

    /// <summary>Numbers of its temperature sensors at the IT equipment's air inlet.</summary>
    public ImmutableArray<int> InletSensors { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Domain.Topology.Location.TryParse(Location, out _))
            yield return new($"'{Location}' is not a location: facility/room/rack for a rack, facility for its plant.", [nameof(Location)]);
        if (!DeviceAddress.TryParse(Address, out _))
            yield return new($"'{Address}' is not an address such as 10.1.2.3, 10.1.2.3:1161 or pdu7.site.example:161.", [nameof(Address)]);
    }
}
