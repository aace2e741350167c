using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>一致性: what should agree, agrees.</summary>
public static class Consistency
{
    /// <summary>How far a parent meter may lie from its children before the hour counts as inconsistent.</summary>
    public static readonly Ratio BalanceTolerance = new(0.02);

    /// <summary>The same quantity by two paths.</summary>
    public static QualityShare SameData(in PointTally tally) => new(tally.PairsAgreeing, tally.Pairs);

    /// <summary>Parent meters against their children.</summary>
    public static QualityShare RelatedData(in PointTally tally) => new(tally.BalancesHeld, tally.Balances);

    public static Ratio? Of(in PointTally tally) => QualityShare.Least(SameData(tally), RelatedData(tally));

    /// <summary>|parent − children| over parent; null for a parent without energy.</summary>
    public static Ratio? Imbalance(Energy parent, Energy children) => parent > Energy.Zero
        ? new Ratio(Math.Abs((double)(parent - children).WattHours) / parent.WattHours)
        : null;
}
