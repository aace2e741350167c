using DcOps.Domain.Racks;
using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>Racks of several rooms by state. Racks of a room that stopped reporting are stale, whatever it said last.</summary>
/// <param name="HottestInlet">Null when no inlet is live.</param>
readonly record struct RackTally(
    int Total, int Live, int Stale, int NeverSeen, int InWarning, int Critical, Temperature? HottestInlet)
{
    public RackTally Plus(int racks, RoomReport? report, bool isLive)
    {
        if (report is null)
            return this with { Total = Total + racks, NeverSeen = NeverSeen + racks };

        var tally = this with { Total = Total + racks, NeverSeen = NeverSeen + report.RacksNeverSeen };
        return isLive
            ? tally with
            {
                Live = Live + report.RacksLive,
                Stale = Stale + report.RacksStale,
                InWarning = InWarning + report.RacksInWarning,
                Critical = Critical + report.RacksCritical,
                HottestInlet = Hotter(HottestInlet, report.HottestInlet),
            }
            : tally with { Stale = Stale + report.RacksLive + report.RacksStale };
    }

    static Temperature? Hotter(Temperature? first, Temperature? second) =>
        first is { } one && second is { } other ? (one > other ? one : other) : first ?? second;
}
