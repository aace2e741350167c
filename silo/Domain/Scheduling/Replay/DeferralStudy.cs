namespace DcOps.Domain.Scheduling.Replay;

/// <summary>What putting work off saves in the mean over every hour of a year at which it might have come.</summary>
/// <param name="Deferral">g/kWh saved by starting at the best time within the slack.</param>
/// <param name="Interrupting">g/kWh saved on top of that by running only in the best steps.</param>
public sealed record DeferralStudy(double Deferral, double Interrupting)
{
    /// <summary>The series is taken as a ring, so that every start has its whole slack. Source: Sukprasert et al., EuroSys 2024.</summary>
    /// <param name="length">Steps that the work runs.</param>
    /// <param name="slack">Steps that it may end later.</param>
    public static DeferralStudy Of(IntensitySeries series, int length, int slack)
    {
        var count = series.Values.Length;
        var ring = Enumerable.Range(0, count + length + slack).Select(step => series.Values[step % count]).ToArray();
        var prefix = new double[ring.Length + 1];
        for (var step = 0; step < ring.Length; step++)
            prefix[step + 1] = prefix[step] + ring[step];

        var (deferral, interrupting) = (0.0, 0.0);
        Parallel.For(
            0, count,
            () => (Deferral: 0.0, Interrupting: 0.0, Window: new double[length + slack]),
            (start, _, part) =>
            {
                var best = double.PositiveInfinity;
                for (var later = start; later <= start + slack; later++)
                    best = Math.Min(best, prefix[later + length] - prefix[later]);
                Array.Copy(ring, start, part.Window, 0, part.Window.Length);
                Array.Sort(part.Window);
                var least = part.Window.AsSpan(0, length).ToArray().Sum();
                return (part.Deferral + prefix[start + length] - prefix[start] - best, part.Interrupting + best - least, part.Window);
            },
            part =>
            {
                lock (series)
                    (deferral, interrupting) = (deferral + part.Deferral, interrupting + part.Interrupting);
            });
        return new(deferral / count / length, interrupting / count / length);
    }
}
