using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>Section <c>snmp</c>: the devices to poll and how.</summary>
public sealed record SnmpSection : IValidatableObject
{
    public const string Key = "snmp";

    /// <summary>Time between two polls of the same device; 10 s unless said otherwise.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for one answer; shorter than <see cref="Interval"/>; 3 s unless said otherwise.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0500000", "00:01:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a question is sent again before the device counts as silent; 2 unless said otherwise.</summary>
    [Range(0, 10)]
    public int Retries { get; init; } = 2;

    /// <summary>Time for all questions of one poll together, the first and the daily one apart, which have a minute; the interval unless said otherwise.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0500000", "01:00:00")]
    public TimeSpan? Deadline { get; init; }

    /// <summary>Digests of RFC 3414 that credentials may name nevertheless. Both are broken or close to it; empty unless said otherwise.</summary>
    public ImmutableArray<LegacyDigest> AllowLegacy { get; init; } = [];

    /// <summary>By the name that devices refer to.</summary>
    [MinLength(1, ErrorMessage = "must name at least one set of credentials.")]
    public required Dictionary<string, CredentialsSection> Credentials { get; init; }

    /// <summary>May be empty.</summary>
    public required ImmutableArray<SnmpDeviceSection> Devices { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Timeout >= Interval)
            yield return new($"is {Timeout}; it must be shorter than the interval, {Interval}.", [nameof(Timeout)]);
    }
}
