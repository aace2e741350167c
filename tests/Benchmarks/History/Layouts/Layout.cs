namespace DcOps.Benchmarks.History.Layouts;

/// <summary>A way to keep rack minutes on disk. A write is durable when it returns.</summary>
abstract class Layout : IDisposable
{
    public abstract string Name { get; }

    public abstract void Open(string folder);

    /// <summary>Adds rows whose keys are new.</summary>
    public abstract void Append(ReadOnlySpan<LayoutRow> rows);

    /// <summary>Writes rows of which some keys exist already.</summary>
    public abstract void Replace(ReadOnlySpan<LayoutRow> rows);

    /// <summary>What the layout does now and then in the background; its time counts.</summary>
    public virtual void Tidy()
    {
    }

    /// <summary>Brings everything to its resting place on disk.</summary>
    public abstract void Settle();

    /// <returns>How many rows came back.</returns>
    public abstract int RackPeriod(int rack, int from, int to);

    /// <returns>The energy of all racks over the period, as a check that nothing is doubled.</returns>
    public abstract long Energy(int from, int to);

    public abstract void Dispose();
}
