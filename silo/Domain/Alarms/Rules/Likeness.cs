namespace DcOps.Domain.Alarms.Rules;

/// <summary>When two moments are alike. What is not known of either is not compared.</summary>
/// <param name="Load">Difference of load over capacity.</param>
/// <param name="Hours">Difference of the hour of the day, around midnight too.</param>
/// <param name="OutdoorCelsius">Difference of the outdoor temperature.</param>
public readonly record struct Likeness(double Load, int Hours, double OutdoorCelsius)
{
    public static Likeness Usual => new(0.1, 1, 3);

    public bool IsLike(in Moment one, in Moment other)
    {
        var hours = Math.Abs(one.Hour - other.Hour);
        return Math.Min(hours, 24 - hours) <= Hours
            && !(Math.Abs((one.Load - other.Load) ?? 0) > Load)
            && !(Math.Abs((one.OutdoorCelsius - other.OutdoorCelsius) ?? 0) > OutdoorCelsius);
    }
}
