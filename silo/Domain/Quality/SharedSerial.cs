using DcOps.Domain.Metering;

namespace DcOps.Domain.Quality;

/// <summary>One serial number that is said to be in two places at once.</summary>
/// <param name="Entries">The places, in the registry's order; two or more.</param>
public sealed record SharedSerial(string Serial, ImmutableArray<RegisteredMeter> Entries)
{
    /// <summary>By serial.</summary>
    public static ImmutableArray<SharedSerial> In(MeterRegistry registry) =>
    [
        .. registry.Entries.Where(entry => entry.Serial is not null).GroupBy(entry => entry.Serial!, StringComparer.Ordinal)
            .Select(group => new SharedSerial(group.Key, [.. group.Where(one => group.Any(other => AreTwo(one, other)))]))
            .Where(shared => !shared.Entries.IsEmpty)
            .OrderBy(shared => shared.Serial, StringComparer.Ordinal),
    ];

    static bool AreTwo(RegisteredMeter one, RegisteredMeter other) =>
        (one.Facility, one.Meter) != (other.Facility, other.Meter)
        && !(one.ValidTo <= other.ValidFrom) && !(other.ValidTo <= one.ValidFrom);
}
