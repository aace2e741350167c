using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>规范性: points that are declared as they should be.</summary>
public static class Conformity
{
    public static QualityShare Declared(in PointTally tally) => new(tally.PointsConforming, tally.Points);

    public static Ratio? Of(in PointTally tally) => Declared(tally).Value;
}
