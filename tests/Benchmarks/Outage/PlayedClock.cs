namespace DcOps.Benchmarks.Outage;

/// <summary>The site's time: set by hand while the cut is played, the machine's pace from then on.</summary>
sealed class PlayedClock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset _now = start;
    long _runningSince;

    public override DateTimeOffset GetUtcNow() =>
        _runningSince == 0 ? _now : _now + System.GetElapsedTime(Interlocked.Read(ref _runningSince));

    public void Set(DateTimeOffset now) => _now = now;

    public void Run() => Interlocked.Exchange(ref _runningSince, System.GetTimestamp());
}
