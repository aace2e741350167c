using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>
/// One of the two coolant distribution units of a room, which share its loop by halves: two pumps and what they take, both
/// temperatures, flow, pressure, a leak rope.
/// </summary>
public sealed class CduDevice : MeasuringDevice<CduMeasure>
{
    /// <summary>Of a room's loop.</summary>
    public const double Share = 0.5;

    readonly FacilityModel _site;
    readonly Func<DateTimeOffset> _now;
    readonly ImmutableArray<int> _racks;
    readonly double _designWatts;
    readonly int _unit;
    bool _isLeaking;

    public CduDevice(string name, RoomPlan room, FacilityModel site, ulong seed, Func<DateTimeOffset> now)
        : base(Location.PlantOf(site.Plan.Id), name, seed)
    {
        (Room, _site, _now) = (room, site, now);
        _racks = [.. site.Plan.Racks.Index().Where(entry => entry.Item.Id.Room == room.Id).Select(entry => entry.Index)];
        _designWatts = DesignOf(room).Watts;
        _unit = site.EnterCoolantUnit(_designWatts);
    }

    public RoomPlan Room { get; }

    /// <summary>Nameplate of its pumps.</summary>
    public Power Rated => PumpsOf(Room);

    /// <summary>Whether its rope lies in liquid.</summary>
    public bool IsLeaking
    {
        get => Volatile.Read(ref _isLeaking);
        set => Volatile.Write(ref _isLeaking, value);
    }

    /// <summary>Whether its first pump stands still: the second alone moves less and takes less, and the liquid comes back hotter.</summary>
    public bool IsPumpStopped
    {
        get => _site.IsCoolantPumpStopped(_unit);
        set => _site.StopCoolantPump(_unit, value);
    }

    /// <summary>IT power now that falls to this unit, W.</summary>
    public double ItWatts => _racks.Sum(WattsOf) * Share;

    public override ServedRegister Register { get; } = new(startsAtMillijoules: 0, RegisterForm.Meter);

    public override long TrueMillijoules => _site.CoolantUnitAt(_unit, _now()).Millijoules;

    /// <summary>IT power that a unit of the room is made for.</summary>
    public static Power DesignOf(RoomPlan room) => new(room.Racks.Sum(rack => rack.Provisioned.Watts) * Share);

    /// <summary>Nameplate of the pumps of a unit of the room: twice what they take at the loop's design.</summary>
    public static Power PumpsOf(RoomPlan room)
    {
        var design = DesignOf(room).Watts;
        return new(Math.Ceiling(LiquidLoop.At(design, design, hasOnePump: false).PumpWatts * 2));
    }

    /// <summary>A rack's part of this unit's loop: flow by what it was granted, heat by what it takes.</summary>
    /// <param name="rack">Its number in the running model.</param>
    public LiquidLoop BranchOf(RackPlan plan, int rack)
    {
        var whole = Measured.Loop;
        var flow = whole.CubicMetresPerSecond * plan.Provisioned.Watts * Share / _designWatts;
        var heat = WattsOf(rack) * Share * LiquidLoop.LiquidShare;
        return new(
            heat, flow, LiquidLoop.SupplyCelsius + (heat / (flow * LiquidLoop.Density * LiquidLoop.SpecificHeat)), whole.PressurePascals);
    }

    protected override CduMeasure Measure()
    {
        var loop = LiquidLoop.At(ItWatts, _designWatts, IsPumpStopped);
        var full = LiquidLoop.At(_designWatts, _designWatts, hasOnePump: false).CubicMetresPerSecond;
        var speed = Math.Min(1, 0.8 * loop.CubicMetresPerSecond / full);
        var (milliwatts, millijoules) = _site.CoolantUnitAt(_unit, _now());
        return new(loop, IsPumpStopped ? (0, 1) : (speed, speed), IsLeaking, IsPumpStopped, milliwatts, millijoules);
    }

    double WattsOf(int rack) => (_site.Feeds.Milliwatts(rack, Feed.A) + _site.Feeds.Milliwatts(rack, Feed.B)) / 1_000.0;
}
