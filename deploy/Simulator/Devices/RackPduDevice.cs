using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>
/// One rack PDU on one feed: three phases that share its load unevenly, and outlets that share each phase. A PDU whose feed
/// is dead has no power for its own agent: it falls silent, keeps its register, and starts again with the feed.
/// </summary>
public sealed class RackPduDevice : MeasuringDevice<RackPduMeasure>
{
    public const int Phases = 3;

    readonly Func<DateTimeOffset> _now;
    readonly double[] _phaseShares;
    readonly double[] _outletShares;

    public RackPduDevice(SnmpDevicePlan plan, FacilityModel site, int rack, ulong seed, Func<DateTimeOffset> now)
        : base(plan.Location, plan.Name, seed)
    {
        Site = site;
        Rack = rack;
        _now = now;
        Rated = plan.Rated.Watts;
        Feed = plan.Feed == 'a' ? Feed.A : Feed.B;
        PowerFactor = SeededNoise.Between(SeededNoise.Key(Key, "power factor"), 0.95, 0.99);
        _phaseShares = Shares("phase", Phases);

        // Outlet meters are bought where customers or jobs are billed by the server.
        var outlets = site.Plan.Kind is SiteKind.AiTraining or SiteKind.Finance ? 24 : 0;
        _outletShares = Shares("outlet", outlets);
        Register = new(LifetimeMillijoules(plan), plan.Kind == SnmpDeviceKind.VertivPdu ? RegisterForm.VertivPdu : RegisterForm.ApcPdu);
        RegisterResetAt = StartedAt.AddYears(-Math.Max(1, (int)site.Plan.Age.Years));
    }

    public FacilityModel Site { get; }

    /// <summary>Number of its rack in the site.</summary>
    public int Rack { get; }

    public Feed Feed { get; }

    /// <summary>W.</summary>
    public double Rated { get; }

    public double PowerFactor { get; }

    /// <summary>0 for a PDU without outlet meters.</summary>
    public int Outlets => _outletShares.Length;

    public override ServedRegister Register { get; }

    public override long TrueMillijoules => Site.FeedAt(Rack, Feed, _now()).Millijoules;

    /// <summary>Whether its own feed is gone.</summary>
    public bool IsUnpowered => Site.Feeds.IsDead(Rack, Feed);

    /// <param name="phase">1 to 3.</param>
    /// <returns>W.</returns>
    public double PhaseWatts(RackPduMeasure measure, int phase) => measure.Milliwatts / 1_000.0 * _phaseShares[phase - 1];

    /// <returns>V between phase and neutral.</returns>
    public double PhaseVolts(RackPduMeasure measure, int phase) => MainsVoltage.At(Key, phase, measure.UnixSeconds);

    /// <returns>A.</returns>
    public double PhaseAmperes(RackPduMeasure measure, int phase) =>
        PhaseWatts(measure, phase) / PowerFactor / PhaseVolts(measure, phase);

    /// <param name="outlet">From 1.</param>
    /// <returns>Part of the PDU's power that leaves by this outlet, 0 to 1.</returns>
    public double OutletShare(int outlet) => _outletShares[outlet - 1];

    protected override RackPduMeasure Measure()
    {
        var now = _now();
        var (milliwatts, millijoules) = Site.FeedAt(Rack, Feed, now);
        return new(milliwatts, millijoules, now.ToUnixTimeMilliseconds() / 1_000.0);
    }

    double[] Shares(string part, int count)
    {
        double[] weights = [.. Enumerable.Range(1, count).Select(number =>
            SeededNoise.Between(SeededNoise.Key(Key, $"{part} {number}"), 0.75, 1.25))];
        var total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }

    // What a feed that ran at a third of its rack's grant since the site was built has counted.
    long LifetimeMillijoules(SnmpDevicePlan plan)
    {
        var hours = Math.Max(0.5, Site.Plan.Age.Years) * 8_766 * SeededNoise.Between(SeededNoise.Key(Key, "life"), 0.7, 1);
        return (long)(plan.Rated.Watts / 4 * hours) * RegisterForm.WattHour;
    }
}
