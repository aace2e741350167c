using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>The coolant distribution unit of one room: two pumps, both temperatures, flow, pressure, a leak rope.</summary>
public sealed class CduDevice : MeasuringDevice<CduMeasure>
{
    readonly FacilityModel _site;
    readonly ImmutableArray<int> _racks;
    readonly double _designWatts;
    bool _isLeaking;
    bool _isPumpStopped;

    public CduDevice(RoomPlan room, FacilityModel site, ulong seed)
        : base(Location.PlantOf(site.Plan.Id), NameOf(room), seed)
    {
        (Room, _site) = (room, site);
        _racks = [.. site.Plan.Racks.Index().Where(entry => entry.Item.Id.Room == room.Id).Select(entry => entry.Index)];
        _designWatts = room.Racks.Sum(rack => rack.Provisioned.Watts);
    }

    public RoomPlan Room { get; }

    /// <summary>Whether its rope lies in liquid.</summary>
    public bool IsLeaking
    {
        get => Volatile.Read(ref _isLeaking);
        set => Volatile.Write(ref _isLeaking, value);
    }

    /// <summary>Whether its first pump stands still: the second alone moves less, and the liquid comes back hotter.</summary>
    public bool IsPumpStopped
    {
        get => Volatile.Read(ref _isPumpStopped);
        set => Volatile.Write(ref _isPumpStopped, value);
    }

    /// <summary>IT power of the room's racks now, W.</summary>
    public double ItWatts => _racks.Sum(WattsOf);

    /// <summary>A rack's part of the loop: flow by what it was granted, heat by what it takes.</summary>
    /// <param name="rack">Its number in the running model.</param>
    public LiquidLoop BranchOf(RackPlan plan, int rack)
    {
        var whole = Measured.Loop;
        var flow = whole.CubicMetresPerSecond * plan.Provisioned.Watts / _designWatts;
        var heat = WattsOf(rack) * LiquidLoop.LiquidShare;
        return new(
            heat, flow, LiquidLoop.SupplyCelsius + (heat / (flow * LiquidLoop.Density * LiquidLoop.SpecificHeat)), whole.PressurePascals);
    }

    protected override CduMeasure Measure()
    {
        var loop = LiquidLoop.At(ItWatts, _designWatts, IsPumpStopped);
        var full = LiquidLoop.At(_designWatts, _designWatts, hasOnePump: false).CubicMetresPerSecond;
        var speed = Math.Min(1, 0.8 * loop.CubicMetresPerSecond / full);
        return new(loop, IsPumpStopped ? (0, 1) : (speed, speed), IsLeaking, IsPumpStopped);
    }

    static string NameOf(RoomPlan room) => $"cdu-{room.Id.RoomCode.ToLowerInvariant()}";

    double WattsOf(int rack) => (_site.Feeds.Milliwatts(rack, Feed.A) + _site.Feeds.Milliwatts(rack, Feed.B)) / 1_000.0;
}
