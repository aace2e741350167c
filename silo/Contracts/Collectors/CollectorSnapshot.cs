namespace DcOps.Contracts.Collectors;

/// <summary>A collector as the province knows it.</summary>
/// <param name="At">When this was asked, UTC.</param>
/// <param name="HeardAt">When its last report came, by the silo's clock, UTC; null when none has.</param>
/// <param name="Report">The last one; null when none has come.</param>
/// <param name="Offered">The configuration that the province has for it; null when it has none.</param>
[GenerateSerializer, Immutable, Alias("CollectorSnapshot")]
public sealed record CollectorSnapshot(
    [property: Id(0)] string Name,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] DateTimeOffset? HeardAt,
    [property: Id(3)] CollectorReport? Report,
    [property: Id(4)] OfferedConfiguration? Offered = null)
{
    /// <summary>Time between two reports.</summary>
    public static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);

    /// <summary>Four reports missed. With the watch that looks every five seconds, silence has a name within 30 s.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(20);

    public CollectorState State =>
        HeardAt is not { } heard ? CollectorState.NeverHeard : At - heard > SilentAfter ? CollectorState.Silent : CollectorState.Live;

    /// <summary>How far its clock is ahead of the silo's, the way here included; null before its first report.</summary>
    public TimeSpan? ClockAhead => Report is { } report && HeardAt is { } heard ? report.At - heard : null;
}
