using System.Collections.Frozen;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Model;

/// <summary>
/// One site as it runs: power of the last step and energy since the model began, for every feed of every rack and for the
/// plant. One thread steps it; any thread may read a value of any instant of the last step.
/// </summary>
public sealed class FacilityModel
{
    // The model runs one step of a second ahead of the clock.
    const long LongestInterpolation = 1_000;

    readonly SiteLoad _load;
    readonly WeatherModel _weather;
    readonly RackLoad[] _racks;
    readonly double[] _shareOfA;
    readonly FeedBank _feeds;
    readonly CoolantUnits _coolant = new();
    readonly FrozenDictionary<string, Aisle> _aisles;
    readonly double _liquidDesignWatts;
    readonly Lock _gate = new();
    Balance _power;
    Balance _energy;
    Weather _outdoors;
    DateTimeOffset _stepEnd;

    public FacilityModel(FacilityPlan plan, ulong seed)
    {
        Plan = plan;
        Physics = new(plan.Kind, plan.ItCapacity.Watts, plan.Age);
        var key = SeededNoise.Key(seed, plan.Id.Value);
        _load = new(plan.Kind, key);
        _weather = new(plan.City.Climate, SeededNoise.Key(seed, plan.City.City.Code.Value));
        _racks = [.. plan.Racks.Select(rack => new RackLoad(
            plan.Kind,
            rack.Provisioned.Watts * plan.Fill,
            SeededNoise.Key(key, rack.Id.Value),
            SeededNoise.Key(key, $"{rack.Id.Room.Value}/{rack.Row}")))];

        // Dual supplies share a load nearly, never exactly, in halves.
        _shareOfA = [.. plan.Racks.Select(rack => SeededNoise.Between(SeededNoise.Key(key, $"{rack.Id.Value} a"), 0.44, 0.56))];
        _feeds = new(_racks.Length);
        Rows = RowPlan.Of(plan);

        _liquidDesignWatts = plan.Kind == SiteKind.AiTraining ? plan.Racks.Sum(rack => rack.Provisioned.Watts) : 0;

        // What cold plates catch does not warm the room.
        var airShare = plan.Kind == SiteKind.AiTraining ? 1 - LiquidLoop.LiquidShare : 1;
        _aisles = Rows.ToFrozenDictionary(row => row.Path, row => new Aisle(row, airShare), StringComparer.Ordinal);
        Battery = new(Physics.UpsRatedWatts);
    }

    /// <summary>Room by room.</summary>
    public ImmutableArray<RowPlan> Rows { get; }

    /// <summary>Of the UPS; asked and set between steps, or for a glance.</summary>
    public BatteryBank Battery { get; }

    public IEnumerable<Aisle> Aisles => _aisles.Values;

    public Aisle AisleOf(RowPlan row) => _aisles[row.Path];

    /// <summary>The air around a rack.</summary>
    /// <param name="rack">Its number in the running model.</param>
    public Aisle AisleOf(int rack) => AisleOf(Rows.First(row => row.Racks.Contains(rack)));

    public FacilityPlan Plan { get; }

    public SitePhysics Physics { get; }

    /// <summary>Feeds of the racks; rack numbers are those of <see cref="FacilityPlan.Racks"/>.</summary>
    public FeedBank Feeds => _feeds;

    /// <summary>Power of the last step, mW.</summary>
    public Balance Power
    {
        get
        {
            lock (_gate)
                return _power;
        }
    }

    /// <summary>Energy since the model began, at the end of the last step, mJ.</summary>
    public Balance Energy
    {
        get
        {
            lock (_gate)
                return _energy;
        }
    }

    public Weather Outdoors
    {
        get
        {
            lock (_gate)
                return _outdoors;
        }
    }

    /// <summary>What the pumps of each coolant distribution unit have taken since the model began, mJ.</summary>
    public long[] CoolantMillijoules
    {
        get
        {
            lock (_gate)
                return _coolant.Millijoules;
        }
    }

    /// <summary>Energy since the model began at an instant of the last step, mJ; at its end for a later one.</summary>
    public Balance EnergyAt(DateTimeOffset instant)
    {
        lock (_gate)
            return _energy - _power.Over(Missing(instant));
    }

    /// <summary>One feed at an instant of the last step: power in mW and energy since the model began in mJ.</summary>
    public (long Milliwatts, long Millijoules) FeedAt(int rack, Feed feed, DateTimeOffset instant)
    {
        lock (_gate)
        {
            var milliwatts = _feeds.Milliwatts(rack, feed);
            return (milliwatts, _feeds.Millijoules(rack, feed) - (milliwatts * Missing(instant) / 1_000));
        }
    }

    /// <summary>Puts a coolant distribution unit on the site's loop.</summary>
    /// <param name="designItWatts">IT power that it is made for.</param>
    /// <returns>Its number.</returns>
    public int EnterCoolantUnit(double designItWatts)
    {
        lock (_gate)
            return _coolant.Enter(designItWatts, _power.CoolantPumps, _energy.CoolantPumps);
    }

    /// <summary>Stops the first pump of a coolant distribution unit, or lets it run.</summary>
    public void StopCoolantPump(int unit, bool isStopped)
    {
        lock (_gate)
            _coolant.StopPump(unit, isStopped);
    }

    public bool IsCoolantPumpStopped(int unit)
    {
        lock (_gate)
            return _coolant.IsPumpStopped(unit);
    }

    /// <summary>What the pumps of a coolant distribution unit take at an instant of the last step, mW, and have taken since the model began, mJ.</summary>
    public (long Milliwatts, long Millijoules) CoolantUnitAt(int unit, DateTimeOffset instant)
    {
        lock (_gate)
        {
            var milliwatts = _coolant.MilliwattsOf(unit);
            return (milliwatts, _coolant.MillijoulesOf(unit) - (milliwatts * Missing(instant) / 1_000));
        }
    }

    /// <summary>Runs the site over [<paramref name="from"/>, <paramref name="from"/> + <paramref name="seconds"/>) at the power of its middle.</summary>
    public void Step(DateTimeOffset from, long seconds)
    {
        var middle = from.AddSeconds(seconds / 2.0);
        var unixSeconds = middle.ToUnixTimeMilliseconds() / 1_000.0;
        var utilization = _load.At(middle);
        var outdoors = _weather.At(middle);
        lock (_gate)
        {
            var it = 0L;
            for (var rack = 0; rack < _racks.Length; rack++)
                it += _feeds.Step(rack, _racks[rack].MilliwattsAt(utilization, unixSeconds), _shareOfA[rack], seconds);

            _power = Physics.At(it, outdoors, LocalTime.Of(middle), CoolantPumpWatts(it / 1_000.0, seconds));
            var supply = Battery.Step((_power.UpsOutput + _power.UpsLoss) / 1_000.0, seconds);
            _power = _power with { Battery = (long)Math.Round(supply * 1_000) };
            foreach (var aisle in Aisles)
                aisle.Step(_feeds, seconds);
            _energy += _power * seconds;
            _outdoors = outdoors;
            _stepEnd = from.AddSeconds(seconds);
        }
    }

    /// <summary>Continues from energies of an earlier run.</summary>
    /// <param name="coolantMillijoules">Of each coolant distribution unit; null: they share the site's.</param>
    public void Restore(Balance energy, ReadOnlySpan<long> feedMillijoules, long[]? coolantMillijoules)
    {
        lock (_gate)
        {
            _energy = energy;
            _coolant.Restore(energy.CoolantPumps, coolantMillijoules);
            _feeds.Restore(feedMillijoules);
        }
    }

    double CoolantPumpWatts(double itWatts, long seconds) =>
        _liquidDesignWatts > 0 ? _coolant.Step(itWatts, _liquidDesignWatts, seconds) : 0;

    // Milliseconds from an instant to the end of the last step, within which power is constant.
    long Missing(DateTimeOffset instant) =>
        Math.Clamp((long)(_stepEnd - instant).TotalMilliseconds, 0, LongestInterpolation);
}
