namespace DcOps.Contracts.Collectors;

/// <summary>Where a collector reports to: a silo in its own process, or one far away.</summary>
public interface ICollectorReports
{
    /// <summary>Completes when the silo has it.</summary>
    /// <exception cref="HttpRequestException">The silo did not answer, or refused.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    Task SendAsync(CollectorReport report, CancellationToken cancellationToken);
}
