using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Devices;

/// <summary>The panel of one room and feed (列头柜): a three-phase breaker for each row, each with its current and whether it is open.</summary>
public sealed class PanelDevice(RoomId room, ImmutableArray<RowPlan> rows, Feed feed, FacilityModel site, ulong seed)
    : MeasuringDevice<PanelMeasure>(Location.PlantOf(site.Plan.Id), RowPlan.PanelName(room, feed == Feed.A ? 'a' : 'b'), seed)
{
    const double PhaseVolts = 230;
    const double PowerFactor = 0.97;
    const int Phases = 3;

    ImmutableHashSet<char> _open = [];

    public RoomId Room => room;

    public Feed Feed => feed;

    /// <summary>Letters of the rows whose breaker is open.</summary>
    public ImmutableHashSet<char> Open
    {
        get => Volatile.Read(ref _open);
        set => Volatile.Write(ref _open, value);
    }

    protected override PanelMeasure Measure() => new([.. rows.Select(BreakerOf)]);

    BreakerMeasure BreakerOf(RowPlan row)
    {
        var watts = row.Racks.Sum(rack => site.Feeds.Milliwatts(rack, feed)) / 1_000.0;
        return new(watts, watts / Phases / PhaseVolts / PowerFactor, Open.Contains(row.Letter));
    }
}
