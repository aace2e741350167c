using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Model;

/// <summary>The air of one row, and whether its handler runs.</summary>
public sealed class Aisle(RowPlan row, double airShare)
{
    readonly AisleAir _air = new(row.Provisioned.Watts * airShare, row.Racks.Length);
    bool _isStopped;

    public RowPlan Row => row;

    /// <summary>K above the supply air.</summary>
    public double Rise => _air.Rise;

    public bool IsStopped
    {
        get => Volatile.Read(ref _isStopped);
        set => Volatile.Write(ref _isStopped, value);
    }

    public void Step(FeedBank feeds, long seconds)
    {
        var milliwatts = row.Racks.Sum(rack => feeds.Milliwatts(rack, Feed.A) + feeds.Milliwatts(rack, Feed.B));
        _air.Step(milliwatts / 1_000.0 * airShare, !IsStopped, seconds);
    }
}
