using System.ComponentModel.DataAnnotations;
using System.Net;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>Section <c>snmp.notifications</c>: traps and informs. They are accepted of every community and user of <c>snmp.credentials</c>.</summary>
public sealed record NotificationsSection : IValidatableObject
{
    /// <summary>Address and UDP port to listen at, as in <c>0.0.0.0:162</c>.</summary>
    [Required]
    public required string Listen { get; init; }

    /// <summary>Most that the events on disk may take together, in MiB; 64 unless said otherwise.</summary>
    [Range(1, 10_240)]
    public int MostMegabytes { get; init; } = 64;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IPEndPoint.TryParse(Listen, out var address) || address.Port == 0)
            yield return new($"'{Listen}' is not an address with a port, as in 0.0.0.0:162.", [nameof(Listen)]);
    }
}
