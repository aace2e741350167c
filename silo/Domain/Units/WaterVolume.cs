namespace DcOps.Domain.Units;

/// <summary>Volume of water as whole litres, so that any order of summation gives the same total.</summary>
public readonly record struct WaterVolume(long Litres) : IComparable<WaterVolume>
{
    public static WaterVolume Zero => default;

    public double CubicMetres => Litres / 1_000.0;

    /// <summary>Rounded to the nearest litre, halves away from zero.</summary>
    public static WaterVolume FromCubicMetres(decimal cubicMetres) =>
        new(checked((long)decimal.Round(cubicMetres * 1_000, MidpointRounding.AwayFromZero)));

    public static WaterVolume operator +(WaterVolume left, WaterVolume right) => new(checked(left.Litres + right.Litres));

    public static bool operator <(WaterVolume left, WaterVolume right) => left.Litres < right.Litres;

    public static bool operator >(WaterVolume left, WaterVolume right) => left.Litres > right.Litres;

    public static bool operator <=(WaterVolume left, WaterVolume right) => left.Litres <= right.Litres;

    public static bool operator >=(WaterVolume left, WaterVolume right) => left.Litres >= right.Litres;

    public int CompareTo(WaterVolume other) => Litres.CompareTo(other.Litres);
}
