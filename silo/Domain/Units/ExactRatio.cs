namespace DcOps.Domain.Units;

/// <summary>
/// A quotient kept as its two whole sides, so that comparing it with a limit rounds nothing (全数值比较法, GB/T 8170).
/// </summary>
/// <param name="Upper">Not negative.</param>
/// <param name="Lower">Above zero.</param>
public readonly record struct ExactRatio(long Upper, long Lower)
{
    public double Value => (double)Upper / Lower;

    /// <summary>Null when the denominator is not above zero.</summary>
    public static ExactRatio? Of(Energy upper, Energy lower) =>
        lower > Energy.Zero ? new ExactRatio(upper.WattHours, lower.WattHours) : null;

    /// <summary>A decimal as it was written, as in <c>1.2004</c>.</summary>
    /// <exception cref="OverflowException">More digits than 64 bits hold.</exception>
    public static ExactRatio Of(decimal value)
    {
        var lower = 1L;
        while (value != decimal.Truncate(value))
        {
            value *= 10;
            lower = checked(lower * 10);
        }

        return new(checked((long)value), lower);
    }

    /// <summary>-1, 0 or 1, exactly.</summary>
    public int CompareTo(decimal limit) => ((decimal)Upper).CompareTo(limit * Lower);
}
