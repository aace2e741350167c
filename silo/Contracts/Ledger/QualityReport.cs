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
    ImmutableArray<RepairStep> Repairs);
