using DcOps.Domain.Kpis;
using DcOps.Domain.Metering;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>
/// What a missing interval of a meter could have held. A policy is named, and every interval that rests on it says so.
/// </summary>
/// <param name="Name">As in <c>rated</c>.</param>
/// <param name="IsObserved">Whether a gap is bounded by what the meter held otherwise, rather than by its rating.</param>
/// <param name="EstimatesAreMissing">Whether an estimate is bounded like a gap rather than believed.</param>
public sealed record GapPolicy(string Name, bool IsObserved, bool EstimatesAreMissing)
{
    /// <summary>Nothing to the rating: what physics leaves.</summary>
    public static GapPolicy Rated { get; } = new("rated", IsObserved: false, EstimatesAreMissing: false);

    /// <summary>
    /// The least to the most that the meter held in any known interval of the series: tighter, yet an assumption.
    /// </summary>
    public static GapPolicy Observed { get; } = new("observed", IsObserved: true, EstimatesAreMissing: false);

    /// <summary>The same for gaps, and estimates are not believed either.</summary>
    public GapPolicy Strict => EstimatesAreMissing ? this : this with { Name = $"{Name}-strict", EstimatesAreMissing = true };

    public bool IsGap(IntervalQuality quality) =>
        quality == IntervalQuality.Missing || (EstimatesAreMissing && quality == IntervalQuality.Estimated);

    /// <summary>Bounds of one missing interval.</summary>
    /// <param name="series">Null when nothing at all is known of the meter: then the rating bounds it.</param>
    public EnergyBounds BoundsOf(RegisteredMeter meter, EnergySeries? series)
    {
        var most = (long)Math.Ceiling(meter.RatedWatts * IntervalGrid.Quarter.TotalHours);
        if (!IsObserved || series is null)
            return new(Energy.Zero, new(most));

        var (low, high) = (long.MaxValue, long.MinValue);
        for (var index = 0; index < series.Count; index++)
        {
            if (IsGap(series.Qualities[index]))
                continue;

            low = Math.Min(low, series.WattHours[index]);
            high = Math.Max(high, series.WattHours[index]);
        }

        return high < low ? new(Energy.Zero, new(most)) : new(new(low), new(high));
    }
}
