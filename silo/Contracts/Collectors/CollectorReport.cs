namespace DcOps.Contracts.Collectors;

/// <summary>What a collector says of itself every few seconds: that it lives, what waits, and who is guilty.</summary>
/// <param name="Version">Of its program.</param>
/// <param name="At">Its own clock, UTC.</param>
/// <param name="IsDelivering">Whether its last delivery was received.</param>
/// <param name="WaitingBatches">Batches without receipt.</param>
/// <param name="WaitingBytes">Their size on its disk.</param>
/// <param name="OldestWaitingAt">When the oldest of them was read, UTC; null when none waits.</param>
/// <param name="DroppedBatches">Given up without receipt since it started.</param>
/// <param name="Standings">Devices by standing: answering, silent, refusing, unusable, unreachable, waiting.</param>
/// <param name="Reasons">Devices that do not answer as they should, by why.</param>
/// <param name="Failing">The ones that have been so for longest, at most <see cref="MostNamed"/>.</param>
/// <param name="Slowest">The ones whose polls take longest, at most <see cref="MostNamed"/>.</param>
/// <param name="Brokers">Each MQTT connection; empty when it has none.</param>
/// <param name="Configuration">Null when it reads what a file of its own says.</param>
[GenerateSerializer, Immutable, Alias("CollectorReport")]
public sealed record CollectorReport(
    [property: Id(0)] string Name,
    [property: Id(1)] string Version,
    [property: Id(2)] DateTimeOffset StartedAt,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] bool IsDelivering,
    [property: Id(5)] long WaitingBatches,
    [property: Id(6)] long WaitingBytes,
    [property: Id(7)] DateTimeOffset? OldestWaitingAt,
    [property: Id(8)] long DroppedBatches,
    [property: Id(9)] ImmutableArray<NamedCount> Standings,
    [property: Id(10)] ImmutableArray<NamedCount> Reasons,
    [property: Id(11)] ImmutableArray<ReportedDevice> Failing,
    [property: Id(12)] ImmutableArray<ReportedDevice> Slowest,
    [property: Id(13)] ImmutableArray<ReportedBroker> Brokers,
    [property: Id(14)] ReportedConfiguration? Configuration = null)
{
    public const int MostNamed = 10;

    /// <summary>Devices of a standing; zero when it names none.</summary>
    public int DevicesThatAre(string standing) => Standings.FirstOrDefault(count => count.Name == standing)?.Count ?? 0;

    public int Devices => Standings.Sum(standing => standing.Count);
}
