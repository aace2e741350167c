using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Between what an energy lies, whatever the missing intervals held.</summary>
/// <param name="Low">What is known and the least of the rest.</param>
/// <param name="High">What is known and the most of the rest.</param>
public readonly record struct EnergyBounds(Energy Low, Energy High)
{
    public static EnergyBounds operator +(EnergyBounds left, EnergyBounds right) =>
        new(left.Low + right.Low, left.High + right.High);

    /// <summary>The least of one less the most of the other, and the reverse.</summary>
    public static EnergyBounds operator -(EnergyBounds left, EnergyBounds right) =>
        new(left.Low - right.High, left.High - right.Low);
}
