namespace DcOps.Benchmarks.Outage;

/// <summary>What one played cut came to.</summary>
/// <param name="Bytes">Of the outbox on disk at the end of the cut.</param>
/// <param name="Drained">From the end of the cut until nothing waited, in real time.</param>
/// <param name="DuringDrain">Delays of live samples from their meter to the centre while the backlog drained, in order of size.</param>
/// <param name="AfterDrain">The same with no backlog: what delivery costs anyway.</param>
/// <param name="Different">Minutes of racks whose energy is not that of the uncut run.</param>
/// <param name="Known">Minutes of racks whose energy is known.</param>
sealed record OutageResult(
    long Batches,
    long Bytes,
    TimeSpan Played,
    TimeSpan Drained,
    long Backfilled,
    long Ahead,
    long? BackfilledBeforeFirstLive,
    ImmutableArray<TimeSpan> DuringDrain,
    ImmutableArray<TimeSpan> AfterDrain,
    long Different,
    long Known,
    long WattHours,
    long UncutWattHours,
    long Left);
