using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>A measure of the form good over all (GB/T 36344-2018: X = A / B). Shares of several points add up.</summary>
public readonly record struct QualityShare(long Good, long All)
{
    /// <summary>
    /// 0 to 1; null when there is nothing to measure (vector D13): not applicable is neither perfect nor worthless.
    /// </summary>
    public Ratio? Value => All > 0 ? new Ratio((double)Good / All) : null;

    /// <summary>All but the bad ones.</summary>
    public static QualityShare Without(long bad, long all) => new(all - bad, all);

    public static QualityShare operator +(QualityShare left, QualityShare right) =>
        new(left.Good + right.Good, left.All + right.All);

    /// <summary>
    /// The least of the shares that apply; null when none does. A dimension is as good as its worst measure.
    /// </summary>
    public static Ratio? Least(params ReadOnlySpan<QualityShare> shares)
    {
        Ratio? least = null;
        foreach (var share in shares)
            least = share.Value is { } value && !(value > least) ? value : least;
        return least;
    }
}
