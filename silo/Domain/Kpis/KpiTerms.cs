namespace DcOps.Domain.Kpis;

/// <summary>What a KPI of one facility is made of, so that many facilities make one figure as a ratio of sums.</summary>
/// <param name="Upper">Numerator, or the quantity itself.</param>
/// <param name="Lower">Denominator; null for a quantity that is summed.</param>
public readonly record struct KpiTerms(double Upper, double? Lower)
{
    /// <summary>Null when the denominator is not above zero.</summary>
    public double? Value => Lower is not { } lower ? Upper : lower > 0 ? Upper / lower : null;

    public static KpiTerms operator +(KpiTerms left, KpiTerms right) => new(left.Upper + right.Upper, left.Lower + right.Lower);
}
