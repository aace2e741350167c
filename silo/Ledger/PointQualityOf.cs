using DcOps.Contracts.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>What the rooms told of a period.</summary>
/// <param name="Rows">By room and class, with the arrivals that their sums need.</param>
/// <param name="Counted">Null when no day of the period was counted.</param>
sealed record PointQualityOf(
    ImmutableArray<(QualityRow Row, ImmutableArray<long> Arrivals)> Rows, ImmutableArray<Suspicion> Suspicions, BusinessPeriod? Counted)
{
    public static PointQualityOf None { get; } = new([], [], null);
}
