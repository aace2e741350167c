using DcOps.Domain.Kpis;
using DcOps.Domain.Units;

namespace DcOps.Domain.Rules;

/// <summary>What is known of an indicator over a period.</summary>
/// <param name="Value">The figure itself; null when there is none.</param>
/// <param name="Low">The least that it could be, whatever the missing intervals held.</param>
/// <param name="High">The most that it could be.</param>
/// <param name="HalfWidth">Measurement uncertainty at k = 2; null when no meter's accuracy is known.</param>
/// <param name="Category">Null for what is no PUE.</param>
/// <param name="Doubt">Why the figure must not be judged, as in a balance that does not close; null when nothing is.</param>
public sealed record RuleMeasurement(
    ExactRatio? Value, ExactRatio? Low, ExactRatio? High, double? HalfWidth, PueCategory? Category, string? Doubt)
{
    /// <summary>A figure that nothing is missing from, as a count or a declaration is.</summary>
    public static RuleMeasurement Exact(ExactRatio value) => new(value, value, value, null, null, null);

    public static RuleMeasurement Unknown(string doubt) => new(null, null, null, null, null, doubt);
}
