using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>准确性: what is there is possible, readable and there once.</summary>
public static class Accuracy
{
    public static QualityShare InRange(in PointTally tally) => QualityShare.Without(tally.OutOfRange, tally.Received);

    public static QualityShare Decodable(in PointTally tally) => QualityShare.Without(tally.PayloadsBroken, tally.Payloads);

    public static QualityShare Unique(in PointTally tally) => QualityShare.Without(tally.Duplicates, tally.Received);

    public static QualityShare Clean(in PointTally tally) => QualityShare.Without(tally.Rejected, tally.Received);

    public static Ratio? Of(in PointTally tally) =>
        QualityShare.Least(InRange(tally), Decodable(tally), Unique(tally), Clean(tally));
}
