namespace DcOps.Domain.Units;

/// <summary>Carbon dioxide equivalent. Inside: kilograms, exact to the last digit of the factor it was made with.</summary>
public readonly record struct CarbonMass(decimal Kilograms) : IComparable<CarbonMass>
{
    public static CarbonMass Zero => default;

    public decimal Tonnes => Kilograms / 1_000;

    public static CarbonMass operator +(CarbonMass left, CarbonMass right) => new(left.Kilograms + right.Kilograms);

    public static bool operator <(CarbonMass left, CarbonMass right) => left.Kilograms < right.Kilograms;

    public static bool operator >(CarbonMass left, CarbonMass right) => left.Kilograms > right.Kilograms;

    public static bool operator <=(CarbonMass left, CarbonMass right) => left.Kilograms <= right.Kilograms;

    public static bool operator >=(CarbonMass left, CarbonMass right) => left.Kilograms >= right.Kilograms;

    public int CompareTo(CarbonMass other) => Kilograms.CompareTo(other.Kilograms);
}
