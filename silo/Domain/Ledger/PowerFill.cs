using DcOps.Domain.Metering;

namespace DcOps.Domain.Ledger;

/// <summary>
/// Third way to fill a gap: the trapezoids of power samples (vector M09), where they cover the whole interval.
/// </summary>
public static class PowerFill
{
    /// <param name="samples">By time, one per instant.</param>
    /// <returns>Intervals filled.</returns>
    public static int Apply(EnergySeries series, IEnumerable<PowerSample> samples)
    {
        var (integral, cursor, total) = (default(PowerIntegral), default(IntervalCursor), 0.0);
        var cut = IntervalCut.Of(series.Interval, DateTimeOffset.MinValue);
        var pieces = new List<IntervalPiece>();
        foreach (var sample in samples)
        {
            (integral, var span) = integral.Apply(sample.Power, sample.At);
            if (span is not { } some)
                continue;

            cursor = cursor.Advance(some, 0, total, cut, pieces, out _);
            total += some.WattHours;
        }

        var filled = 0;
        foreach (var piece in pieces)
        {
            var index = series.IndexOf(piece.From);
            if (index < 0 || index >= series.Count || series.Qualities[index] != IntervalQuality.Missing)
                continue;

            series.Put(index, piece.WattHours, piece.WattHours, IntervalQuality.Estimated);
            filled++;
        }

        return filled;
    }
}
