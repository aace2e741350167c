namespace DcOps.Domain.Scheduling.Replay;

/// <summary>What putting work off saves in the mean over every hour of a year at which it might have come.</summary>
/// <param name="Deferral">g/kWh saved by starting at the best time within the slack.</param>
/// <param name="Interrupting">g/kWh saved on top of that by running only in the best steps.</param>
public sealed record DeferralStudy(double Deferral, double Interrupting)
{
    /// <summary>
    /// Every start whose run at once lies within the series counts; towards the end the slack is what the series leaves.
    /// Source: Sukprasert et al., EuroSys 2024.
    /// </summary>
    /// <param name="length">Steps that the work runs.</param>
    /// <param name="slack">Steps that it may end later.</param>
    public static DeferralStudy Of(IntensitySeries series, int length, int slack)
    {
        var (values, starts) = (series.Values, series.Values.Length - length + 1);
        var prefix = new double[values.Length + 1];
        for (var step = 0; step < values.Length; step++)
            prefix[step + 1] = prefix[step] + values[step];

        var (deferral, interrupting) = (new double[starts], new double[starts]);
        Parallel.For(0, starts, start =>
        {
            var best = double.PositiveInfinity;
            for (var later = start; later <= Math.Min(start + slack, starts - 1); later++)
                best = Math.Min(best, prefix[later + length] - prefix[later]);
            var window = values.AsSpan()[start..Math.Min(values.Length, start + length + slack)].ToArray();
            Array.Sort(window);
            deferral[start] = prefix[start + length] - prefix[start] - best;
            interrupting[start] = best - window.Take(length).Sum();
        });
        return new(deferral.Average() / length, interrupting.Average() / length);
    }
}
