using DcOps.Domain.Racks;

namespace DcOps.History.Influx;

/// <summary>The four fields of one quantity.</summary>
sealed record RollupFields(string Min, string Mean, string Max, string Last)
{
    public static RollupFields Of(string quantity, string unit) =>
        new($"{quantity}_min_{unit}", $"{quantity}_mean_{unit}", $"{quantity}_max_{unit}", $"{quantity}_last_{unit}");

    public ImmutableArray<string> Names => [Min, Mean, Max, Last];

    /// <summary>Nothing when the quantity is unknown.</summary>
    public void Write(LineWriter line, MinuteRollup? rollup)
    {
        if (rollup is { } known)
            line.Field(Min, known.Min).Field(Mean, known.Mean).Field(Max, known.Max).Field(Last, known.Last);
    }
}
