namespace DcOps.Collectors.Pipeline.Profiles.Units;

/// <summary>From lowest to highest, both included.</summary>
public readonly record struct ValueRange(double Lowest, double Highest)
{
    public bool Contains(double value) => value >= Lowest && value <= Highest;

    public ValueRange Within(ValueRange other) => new(Math.Max(Lowest, other.Lowest), Math.Min(Highest, other.Highest));
}
