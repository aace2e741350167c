namespace DcOps.Domain.Scheduling.Model;

public static class LatencyClasses
{
    /// <summary>Milliseconds of round trip; infinite for <see cref="LatencyClass.Any"/>.</summary>
    public static double LimitMilliseconds(this LatencyClass latency) => latency switch
    {
        LatencyClass.City => 1,
        LatencyClass.Province => 5,
        LatencyClass.Nation => 20,
        _ => double.PositiveInfinity,
    };
}
