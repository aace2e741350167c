using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>What one meter gave to a part of a period: parts add up to the evidence of the whole.</summary>
/// <param name="First">The reading at or before the start of the part; the first inside it where there is none; null without readings.</param>
/// <param name="Last">The reading at or after its end; the last inside it where there is none.</param>
/// <param name="Intervals">Number of intervals by quality, in the order of the qualities.</param>
public sealed record MeterPart(
    string Meter, RegisterReading? First, RegisterReading? Last, Energy Energy, Energy Estimated, ImmutableArray<int> Intervals)
{
    /// <summary>Every meter that the registry ever had of the facility, by name.</summary>
    /// <param name="series">By meter, 15-minute intervals, covering the period.</param>
    public static ImmutableArray<MeterPart> Of(
        FacilityBook book, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period) =>
        [.. book.Registry.MetersOf(book.Facility).Select(meter => Of(book, meter, series[meter], period))];

    /// <summary>One meter over parts that follow each other; what a part does not know of it is missing there.</summary>
    /// <param name="parts">By time, at least one.</param>
    public static MeterPart Sum(string meter, IReadOnlyCollection<(BusinessPeriod Period, ImmutableArray<MeterPart> Meters)> parts)
    {
        var own = parts.Select(part => part.Meters.FirstOrDefault(each => each.Meter == meter) ?? Unknown(meter, part.Period)).ToList();
        return new(
            meter, own.Find(part => part.First is not null)?.First, own.FindLast(part => part.Last is not null)?.Last,
            new(own.Sum(part => part.Energy.WattHours)), new(own.Sum(part => part.Estimated.WattHours)),
            [.. Enumerable.Range(0, Enum.GetValues<IntervalQuality>().Length).Select(quality => own.Sum(part => part.Intervals[quality]))]);
    }

    static MeterPart Of(FacilityBook book, string meter, EnergySeries series, BusinessPeriod period)
    {
        var readings = book.RawReadings(meter, period);
        var (estimated, counts) = (0L, new int[Enum.GetValues<IntervalQuality>().Length]);
        for (var index = series.IndexOf(period.From); index < series.IndexOf(period.To); index++)
        {
            counts[(int)series.Qualities[index]]++;
            estimated += series.EstimatedOf(index);
        }

        return new(
            meter, readings is [var first, ..] ? first : null, readings is [.., var last] ? last : null, series.TotalOf(period),
            new(estimated), [.. counts]);
    }

    static MeterPart Unknown(string meter, BusinessPeriod period)
    {
        var counts = new int[Enum.GetValues<IntervalQuality>().Length];
        counts[(int)IntervalQuality.Missing] = (int)(period.Length.Ticks / IntervalGrid.Quarter.Ticks);
        return new(meter, null, null, Energy.Zero, Energy.Zero, [.. counts]);
    }
}
