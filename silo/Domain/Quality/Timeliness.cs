using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>时效性: in its period, in time, in order.</summary>
public static class Timeliness
{
    /// <summary>The longest way of a live sample.</summary>
    public static readonly TimeSpan LiveLimit = TimeSpan.FromSeconds(60);

    /// <summary>The longest way of a 15-minute item.</summary>
    public static readonly TimeSpan QuarterLimit = TimeSpan.FromMinutes(5);

    public static QualityShare InPeriod(in PointTally tally) => QualityShare.Without(tally.OutOfPeriod, tally.Timed);

    public static QualityShare Punctual(in PointTally tally) => new(tally.OnTime, tally.Timed);

    public static QualityShare InOrder(in PointTally tally) => QualityShare.Without(tally.OutOfOrder, tally.Timed);

    public static Ratio? Of(in PointTally tally) => QualityShare.Least(InPeriod(tally), Punctual(tally), InOrder(tally));
}
