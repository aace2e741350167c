using DcOps.Contracts.Collectors;

namespace DcOps.Silo.Host.Collectors;

/// <summary>Reports of collectors, to the grain of each.</summary>
sealed class GrainReports(IGrainFactory grains) : ICollectorReports
{
    public async Task SendAsync(CollectorReport report, CancellationToken cancellationToken) =>
        await grains.GetGrain<ICollectorGrain>(report.Name).Report(report).AsTask().WaitAsync(cancellationToken);
}
