using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>准确性: what is there is possible, readable and there once.</summary>
public static class Accuracy
{
    public static QualityShare InRange(in PointTally tally) => QualityShare.Without(tally.OutOfRange, All(tally));

    public static QualityShare Decodable(in PointTally tally) => QualityShare.Without(tally.PayloadsBroken, tally.Payloads);

    public static QualityShare Unique(in PointTally tally) => QualityShare.Without(tally.Duplicates, All(tally));

    public static QualityShare Clean(in PointTally tally) => QualityShare.Without(tally.Rejected, All(tally));

    public static Ratio? Of(in PointTally tally) =>
        QualityShare.Least(InRange(tally), Decodable(tally), Unique(tally), Clean(tally));

    static long All(in PointTally tally) => tally.Samples > 0 ? tally.Samples : tally.Received;
}
