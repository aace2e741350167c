namespace DcOps.Domain.Units;

/// <summary>
/// Energy as whole watt-hours, so that any order of summation gives the same total.
/// What an integral has below one watt-hour is carried by the integral, never rounded away here.
/// </summary>
[GenerateSerializer, Immutable, Alias("Energy")]
public readonly record struct Energy([property: Id(0)] long WattHours) : IComparable<Energy>
{
    public static Energy Zero => default;

    public double KilowattHours => WattHours / 1_000.0;

    /// <summary>Rounded to the nearest watt-hour, halves away from zero.</summary>
    /// <exception cref="OverflowException">Beyond what 64 bits of watt-hours hold.</exception>
    public static Energy FromKilowattHours(decimal kilowattHours) =>
        new(checked((long)decimal.Round(kilowattHours * 1_000, MidpointRounding.AwayFromZero)));

    public static Energy operator +(Energy left, Energy right) => new(checked(left.WattHours + right.WattHours));

    public static Energy operator -(Energy left, Energy right) => new(checked(left.WattHours - right.WattHours));

    /// <summary>Undefined (NaN or infinite) when <paramref name="right"/> is zero: ask first.</summary>
    public static Ratio operator /(Energy left, Energy right) => new((double)left.WattHours / right.WattHours);

    public static bool operator <(Energy left, Energy right) => left.WattHours < right.WattHours;

    public static bool operator >(Energy left, Energy right) => left.WattHours > right.WattHours;

    public static bool operator <=(Energy left, Energy right) => left.WattHours <= right.WattHours;

    public static bool operator >=(Energy left, Energy right) => left.WattHours >= right.WattHours;

    public int CompareTo(Energy other) => WattHours.CompareTo(other.WattHours);
}
