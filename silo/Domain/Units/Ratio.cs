namespace DcOps.Domain.Units;

/// <summary>A pure number: 0.25, never 25. <see cref="Percent"/> is for eyes only.</summary>
[GenerateSerializer, Immutable, Alias("Ratio")]
public readonly record struct Ratio([property: Id(0)] double Value) : IComparable<Ratio>
{
    public double Percent => Value * 100;

    public static bool operator <(Ratio left, Ratio right) => left.Value < right.Value;

    public static bool operator >(Ratio left, Ratio right) => left.Value > right.Value;

    public static bool operator <=(Ratio left, Ratio right) => left.Value <= right.Value;

    public static bool operator >=(Ratio left, Ratio right) => left.Value >= right.Value;

    public int CompareTo(Ratio other) => Value.CompareTo(other.Value);
}
