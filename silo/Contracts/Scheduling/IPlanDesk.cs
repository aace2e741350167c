using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Release;

namespace DcOps.Contracts.Scheduling;

/// <summary>
/// Where the province's compute should go: the tables that plans are made from, the plans with their lives, and questions about them.
/// The planner proposes and an independent check verifies; only people release.
/// </summary>
public interface IPlanDesk
{
    /// <summary>What there is now. Costs nothing that grows with the number of jobs.</summary>
    PlanDeskState State { get; }

    /// <summary>
    /// Takes tables as the input of the next plan, all or none, and begins to plan. Tables that are not given stay as they are.
    /// </summary>
    /// <param name="texts">Contents by table name, as in <c>jobs.csv</c>.</param>
    /// <returns>Every fault by file, line and column; empty when the tables were taken.</returns>
    Task<ImmutableArray<CsvFault>> ImportAsync(
        IReadOnlyDictionary<string, string> texts, string author, CancellationToken cancellationToken);

    /// <summary>Begins to make another plan from the tables there are. False when there are none, or when one is being made.</summary>
    bool Make(string author);

    /// <summary>Newest first.</summary>
    ImmutableArray<PlanLife> Plans();

    /// <summary>Null when there is none of this id. A plan from before a restart is opened again, which takes seconds the first time.</summary>
    Task<OpenPlan?> OpenAsync(string id, CancellationToken cancellationToken);

    /// <summary>Does it, or says why not.</summary>
    Task<PlanRefusal> DoAsync(string id, PlanDeed deed, string author, string? reason, CancellationToken cancellationToken);

    /// <summary>What a change would do, by planning again. Null when there is no such plan.</summary>
    /// <exception cref="ArgumentException">The question names a facility or a pool that the plan does not have.</exception>
    Task<PlanAnswer?> AskAsync(string id, PlanQuestion question, CancellationToken cancellationToken);
}
