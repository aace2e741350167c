namespace DcOps.Domain.Scheduling.Replay;

/// <summary>Carbon intensity or price over time, one value per step of any length.</summary>
/// <param name="Values">g CO2 per kWh, or CNY per kWh.</param>
public sealed record IntensitySeries(DateTimeOffset StartsAt, TimeSpan Step, ImmutableArray<double> Values)
{
    /// <summary>The part from a step on; shorter when the series ends.</summary>
    public IntensitySeries From(int step, int count) =>
        new(StartsAt + (step * Step), Step, Values.Slice(step, Math.Min(count, Values.Length - step)));

    /// <summary>The same series as a forecast would have it: each value off by a normal error.</summary>
    /// <param name="error">Standard deviation as a share of the series' mean, as Let's Wait Awhile (Middleware 2021) has it.</param>
    public IntensitySeries WithError(double error, ulong seed)
    {
        var (random, spread) = (new Planning.PlanRandom(seed), error * Values.Average());
        return this with
        {
            Values = [.. Values.Select(value =>
                value + (spread * Math.Sqrt(-2 * Math.Log(1 - random.Unit())) * Math.Cos(2 * Math.PI * random.Unit())))],
        };
    }
}
