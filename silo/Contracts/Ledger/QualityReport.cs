using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Data quality of the province over a period.</summary>
/// <param name="At">As of when, UTC.</param>
/// <param name="Rows">By city in the order of the inventory, then facility, then class; cities' own rows have no facility.</param>
/// <param name="Suspicions">By facility, meter, kind.</param>
/// <param name="Repairs">What to mend first, by what it makes decidable over the trailing year.</param>
public sealed record QualityReport(
    BusinessPeriod Period,
    DateTimeOffset At,
    ImmutableArray<QualityRow> Rows,
    ImmutableArray<Suspicion> Suspicions,
    ImmutableArray<RepairStep> Repairs)
{
    /// <summary>City by class, in the order of the inventory, then of the classes; cells without points are not there.</summary>
    public ImmutableArray<QualityCell> Matrix { get; init; } = [];

    /// <summary>
    /// Local days of the period that racks' points were counted on: rooms keep a week of counts. Null when no day of the period is
    /// among them, and then there are rows of meters alone.
    /// </summary>
    public BusinessPeriod? Counted { get; init; }
}
