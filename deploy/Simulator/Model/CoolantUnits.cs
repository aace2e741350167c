using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Model;

/// <summary>
/// The coolant distribution units of one site: what the pumps of each take, and have taken since the model began. The model steps
/// them; their owner holds a lock.
/// </summary>
public sealed class CoolantUnits
{
    readonly List<Unit> _units = [];

    /// <summary>What the pumps of all have taken, unit by unit in the order in which they were entered, mJ.</summary>
    public long[] Millijoules => [.. _units.Select(unit => unit.Millijoules)];

    /// <param name="designItWatts">IT power that the unit is made for.</param>
    /// <param name="milliwatts">What all pumps of the site take now; the units entered so far share it by what they are made for.</param>
    /// <param name="millijoules">The same of what they have taken.</param>
    /// <returns>The unit's number.</returns>
    public int Enter(double designItWatts, long milliwatts, long millijoules)
    {
        _units.Add(new(designItWatts));
        Share(millijoules, (unit, part) => unit.Millijoules = part);
        Share(milliwatts, (unit, part) => unit.Milliwatts = part);
        return _units.Count - 1;
    }

    public bool IsPumpStopped(int unit) => _units[unit].IsPumpStopped;

    public void StopPump(int unit, bool isStopped) => _units[unit].IsPumpStopped = isStopped;

    /// <summary>Power of the last step, mW.</summary>
    public long MilliwattsOf(int unit) => _units[unit].Milliwatts;

    /// <summary>At the end of the last step, mJ.</summary>
    public long MillijoulesOf(int unit) => _units[unit].Millijoules;

    /// <summary>Each unit moves the liquid of its part of the site's racks, with one pump where the other stands still.</summary>
    /// <param name="itWatts">Of the site.</param>
    /// <param name="designItWatts">That the site's racks were granted.</param>
    /// <returns>What all pumps take, W. Of a site whose units nobody has entered: what they would.</returns>
    public double Step(double itWatts, double designItWatts, long seconds)
    {
        if (_units.Count == 0)
            return LiquidLoop.At(itWatts, designItWatts, hasOnePump: false).PumpWatts;

        foreach (var unit in _units)
        {
            var part = unit.DesignItWatts / designItWatts;
            unit.Milliwatts = (long)Math.Round(LiquidLoop.At(itWatts * part, unit.DesignItWatts, unit.IsPumpStopped).PumpWatts * 1_000);
            unit.Millijoules += unit.Milliwatts * seconds;
        }

        return _units.Sum(unit => unit.Milliwatts) / 1_000.0;
    }

    /// <summary>Continues from energies of an earlier run.</summary>
    /// <param name="ofSite">What all had taken, mJ.</param>
    /// <param name="units">Null, or of another number than there are units: they share it by what they are made for.</param>
    public void Restore(long ofSite, long[]? units)
    {
        if (units?.Length != _units.Count)
        {
            Share(ofSite, (unit, part) => unit.Millijoules = part);
            return;
        }

        for (var unit = 0; unit < units.Length; unit++)
            _units[unit].Millijoules = units[unit];
    }

    void Share(long whole, Action<Unit, long> give)
    {
        var design = _units.Sum(unit => unit.DesignItWatts);
        foreach (var unit in _units)
            give(unit, (long)(whole * (unit.DesignItWatts / design)));
    }

    sealed class Unit(double designItWatts)
    {
        public double DesignItWatts { get; } = designItWatts;

        public bool IsPumpStopped { get; set; }

        public long Milliwatts { get; set; }

        public long Millijoules { get; set; }
    }
}
