using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>Data quality of a point, device, facility or city over a period.</summary>
/// <param name="Dimensions">In the order of <see cref="QualityDimension"/>; null where a dimension does not apply.</param>
/// <param name="Points">0 to 100: weighted over the dimensions that apply; null when none does.</param>
public sealed record QualityScore(ImmutableArray<Ratio?> Dimensions, double? Points)
{
    /// <summary>A dimension below this fails the whole, whatever the others score.</summary>
    public const double LeastOfADimension = 60;

    /// <summary>Null when nothing applies.</summary>
    public bool? IsSufficient => Points is null
        ? null
        : Dimensions.All(dimension => dimension is null || dimension.Value.Percent >= LeastOfADimension);

    /// <summary>The dimension with the least value; null when none applies.</summary>
    public QualityDimension? Worst => Points is null
        ? null
        : (QualityDimension)Enumerable.Range(0, Dimensions.Length).Where(index => Dimensions[index] is not null)
            .MinBy(index => Dimensions[index]!.Value.Value);

    public Ratio? this[QualityDimension dimension] => Dimensions[(int)dimension];

    public static QualityScore Of(in PointTally tally, QualityWeights? weights = null) => Of(
        [
            Conformity.Of(tally), Completeness.Of(tally), Accuracy.Of(tally), Consistency.Of(tally), Timeliness.Of(tally),
            Accessibility.Of(tally),
        ],
        weights);

    public static QualityScore Of(ImmutableArray<Ratio?> dimensions, QualityWeights? weights = null)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var index = 0; index < dimensions.Length; index++)
        {
            if (dimensions[index] is not { } value)
                continue;

            var own = (weights ?? QualityWeights.Default).ByDimension[index];
            sum += own * value.Percent;
            weight += own;
        }

        return new(dimensions, weight > 0 ? sum / weight : null);
    }
}
