using System.Numerics;

namespace DcOps.Domain.Units;

/// <summary>
/// A quotient kept as its two whole sides, so that comparing it with a limit rounds nothing (全数值比较法, GB/T 8170).
/// </summary>
/// <param name="Upper">Not negative.</param>
/// <param name="Lower">Above zero.</param>
public readonly record struct ExactRatio(long Upper, long Lower)
{
    const int MostBits = 62;

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

    /// <summary>
    /// One ratio over another. Exact where both products fit 64 bits once they are reduced; else to 62 bits, which is finer than any meter.
    /// </summary>
    /// <exception cref="DivideByZeroException">The divisor is nothing.</exception>
    public static ExactRatio Over(ExactRatio left, ExactRatio right)
    {
        if (right.Upper == 0)
            throw new DivideByZeroException("A ratio of nothing divides nothing.");

        var (upper, lower) = ((BigInteger)left.Upper * right.Lower, (BigInteger)left.Lower * right.Upper);
        var shared = BigInteger.GreatestCommonDivisor(upper, lower);
        (upper, lower) = (upper / shared, lower / shared);
        var excess = (int)Math.Max(0, BigInteger.Max(upper, lower).GetBitLength() - MostBits);
        return new((long)(upper >> excess), (long)BigInteger.Max(1, lower >> excess));
    }

    /// <summary>-1, 0 or 1, exactly.</summary>
    public int CompareTo(decimal limit) => ((decimal)Upper).CompareTo(limit * Lower);
}
