using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>可访问性: it can be asked for, and used.</summary>
public static class Accessibility
{
    public static QualityShare Reachable(in PointTally tally) => new(tally.ProbesAnswered, tally.Probes);

    /// <summary>Hours whose figures are of grade A or B.</summary>
    public static QualityShare Usable(in PointTally tally) => new(tally.HoursUsable, tally.Hours);

    public static Ratio? Of(in PointTally tally) => QualityShare.Least(Reachable(tally), Usable(tally));
}
