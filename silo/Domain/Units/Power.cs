namespace DcOps.Domain.Units;

/// <summary>Active power. Inside: watts. Negative means power flowing back towards the source.</summary>
[GenerateSerializer, Immutable, Alias("Power")]
public readonly record struct Power([property: Id(0)] double Watts) : IComparable<Power>
{
    public static Power Zero => default;

    public double Kilowatts => Watts / 1_000;

    public double Megawatts => Watts / 1_000_000;

    public static Power FromKilowatts(double kilowatts) => new(kilowatts * 1_000);

    public static Power operator +(Power left, Power right) => new(left.Watts + right.Watts);

    public static Power operator -(Power left, Power right) => new(left.Watts - right.Watts);

    public static Power operator *(Power power, double factor) => new(power.Watts * factor);

    /// <summary>Undefined (NaN or infinite) when <paramref name="right"/> is zero: ask first.</summary>
    public static Ratio operator /(Power left, Power right) => new(left.Watts / right.Watts);

    public static bool operator <(Power left, Power right) => left.Watts < right.Watts;

    public static bool operator >(Power left, Power right) => left.Watts > right.Watts;

    public static bool operator <=(Power left, Power right) => left.Watts <= right.Watts;

    public static bool operator >=(Power left, Power right) => left.Watts >= right.Watts;

    public int CompareTo(Power other) => Watts.CompareTo(other.Watts);
}
