using DcOps.Domain.Scheduling.Advice;

namespace DcOps.Contracts.Scheduling;

/// <summary>What a plan promised beside what the meters showed.</summary>
public interface IAdviceLedger
{
    /// <summary>
    /// One row for each job of a plan that was released and whose job ran, as far as the product was told; where sites are told by people, every
    /// placed job counts as run. Null when there is no such plan, or it never was released.
    /// </summary>
    /// <exception cref="DcOps.Domain.History.HistoryUnavailableException">The ledger's quarter-hours cannot be read.</exception>
    Task<ImmutableArray<AdviceRow>?> OfAsync(string plan, CancellationToken cancellationToken);
}
