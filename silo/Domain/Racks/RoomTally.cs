using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Racks;

/// <summary>Counts and sums over a room's racks.</summary>
struct RoomTally
{
    double _watts;
    int _withPower;

    public int Live { get; private set; }

    public int Stale { get; private set; }

    public int NeverSeen { get; private set; }

    public int InWarning { get; private set; }

    public int Critical { get; private set; }

    public int Metered { get; private set; }

    public Temperature? HottestInlet { get; private set; }

    /// <summary>Null when no rack's power is live.</summary>
    public readonly Power? ItPower => _withPower > 0 ? new Power(_watts) : null;

    public void Add(in RackVitals rack, bool isMetered)
    {
        Live += rack.Freshness == Freshness.Live ? 1 : 0;
        Stale += rack.Freshness == Freshness.Stale ? 1 : 0;
        NeverSeen += rack.Freshness == Freshness.NeverSeen ? 1 : 0;
        InWarning += rack.Condition == ConditionCode.Warning ? 1 : 0;
        Critical += rack.Condition == ConditionCode.Critical ? 1 : 0;
        Metered += isMetered ? 1 : 0;
        if (rack.Power is { } power)
        {
            _watts += power.Watts;
            _withPower++;
        }

        if (rack.HottestInlet is { } inlet && (HottestInlet is not { } hottest || inlet > hottest))
            HottestInlet = inlet;
    }
}
