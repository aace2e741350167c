using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>完整性: what should be there, and is.</summary>
public static class Completeness
{
    /// <summary>Distinct records over expected ones; more than expected counts as all.</summary>
    public static QualityShare Records(in PointTally tally) =>
        new(Math.Min(tally.Samples > 0 ? tally.Received : tally.Received - tally.Duplicates, tally.Expected), tally.Expected);

    /// <summary>Mandatory fields that are filled.</summary>
    public static QualityShare Elements(in PointTally tally) => QualityShare.Without(tally.FieldsEmpty, tally.Fields);

    public static Ratio? Of(in PointTally tally) => QualityShare.Least(Records(tally), Elements(tally));
}
