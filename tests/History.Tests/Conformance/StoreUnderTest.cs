using DcOps.Domain.History;

namespace DcOps.History.Tests.Conformance;

/// <summary>A history store that the conformance tests can use, take away and bring back.</summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    public abstract IHistoryWriter Writer { get; }

    public abstract IHistoryReader Reader { get; }

    /// <summary>The largest energy that comes back to the watt-hour.</summary>
    public virtual long LargestExactWattHours => long.MaxValue;

    /// <summary>Whether all 17 digits of a double come back.</summary>
    public virtual bool KeepsEveryDigit => true;

    /// <summary>Whether a reader never sees a part of a row.</summary>
    public virtual bool ShowsWholeRows => true;

    /// <summary>Whether a row of the same key takes the place of an earlier one, as the port asks.</summary>
    public virtual bool ReplacesByKey => true;

    /// <summary>Ends the store, as hard as it promises to survive, and starts it again on what it kept.</summary>
    public abstract Task RestartAsync();

    public abstract Task TakeAwayAsync();

    public abstract Task BringBackAsync();

    public abstract ValueTask DisposeAsync();
}
