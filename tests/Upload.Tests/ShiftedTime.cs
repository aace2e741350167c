namespace DcOps.Upload.Tests;

/// <summary>The system's clock and timers, moved so that now is another day.</summary>
sealed class ShiftedTime(DateTimeOffset now) : TimeProvider
{
    readonly TimeSpan _shift = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
