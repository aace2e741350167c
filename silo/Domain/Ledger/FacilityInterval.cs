using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>One row of a facility's ledger: the energy of one role over 15 minutes.</summary>
/// <param name="From">Start of the interval, UTC, on a quarter-hour; the interval is [From, From + 15 min).</param>
/// <param name="Energy">Sum over the role's meters that are known; null when none is.</param>
/// <param name="Estimated">The part of <paramref name="Energy"/> that is estimated.</param>
/// <param name="Quality">The worst quality among the meters that are known; missing when none is.</param>
/// <param name="MetersKnown">Meters with energy for this interval.</param>
/// <param name="MetersExpected">Meters that the boundary declares for the role.</param>
[GenerateSerializer, Immutable, Alias("FacilityInterval")]
public sealed record FacilityInterval(
    [property: Id(0)] FacilityId Facility,
    [property: Id(1)] MeterRole Role,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] Energy? Energy,
    [property: Id(4)] Energy Estimated,
    [property: Id(5)] IntervalQuality Quality,
    [property: Id(6)] int MetersKnown,
    [property: Id(7)] int MetersExpected)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Whether every meter of the role is known: only then may a ratio use the interval.</summary>
    public bool IsComplete => MetersKnown == MetersExpected && Energy is not null;
}
