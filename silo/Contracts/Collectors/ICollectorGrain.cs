namespace DcOps.Contracts.Collectors;

/// <summary>A collector's own grain: its last report. Key: the collector's name. Keeps nothing: it is told anew within seconds.</summary>
[Alias("collector")]
public interface ICollectorGrain : IGrainWithStringKey
{
    /// <summary>The newest report; one that is older than the last of the same run changes nothing.</summary>
    [Alias("Report")]
    ValueTask Report(CollectorReport report);

    /// <summary>What the province has for it as its configuration; told again every few seconds.</summary>
    [Alias("Offer")]
    ValueTask Offer(OfferedConfiguration offered);

    [Alias("Snapshot")]
    ValueTask<CollectorSnapshot> Snapshot();
}
