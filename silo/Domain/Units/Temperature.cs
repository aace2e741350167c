namespace DcOps.Domain.Units;

/// <summary>Temperature in degrees Celsius.</summary>
[GenerateSerializer, Immutable, Alias("Temperature")]
public readonly record struct Temperature([property: Id(0)] double Celsius) : IComparable<Temperature>
{
    public static bool operator <(Temperature left, Temperature right) => left.Celsius < right.Celsius;

    public static bool operator >(Temperature left, Temperature right) => left.Celsius > right.Celsius;

    public static bool operator <=(Temperature left, Temperature right) => left.Celsius <= right.Celsius;

    public static bool operator >=(Temperature left, Temperature right) => left.Celsius >= right.Celsius;

    public int CompareTo(Temperature other) => Celsius.CompareTo(other.Celsius);
}
