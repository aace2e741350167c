namespace DcOps.Domain.Quality;

/// <summary>How much each dimension counts, in the order of <see cref="QualityDimension"/>; above zero together.</summary>
public sealed record QualityWeights(ImmutableArray<double> ByDimension)
{
    /// <summary>0.15, 0.25, 0.25, 0.15, 0.15, 0.05.</summary>
    public static QualityWeights Default { get; } = new([0.15, 0.25, 0.25, 0.15, 0.15, 0.05]);
}
