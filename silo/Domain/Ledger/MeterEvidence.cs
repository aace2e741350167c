using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>One leaf of a figure's evidence: what one meter gave to it.</summary>
/// <param name="Entry">The registry's entry at the end of the period.</param>
/// <param name="First">
/// The reading at or before the start of the period; the first inside it where there is none; null without readings.
/// </param>
/// <param name="Last">The reading at or after its end; the last inside it where there is none.</param>
/// <param name="Energy">Sum of the intervals that are known.</param>
/// <param name="Estimated">The estimated part of it.</param>
/// <param name="Intervals">Number of intervals by quality, in the order of the qualities.</param>
/// <param name="IsCalibrated">
/// Whether the calibration held to the end of the period; null when no due date is declared.
/// </param>
/// <param name="Corrections">Accepted corrections of the meter, by id.</param>
public sealed record MeterEvidence(
    RegisteredMeter Entry,
    RegisterReading? First,
    RegisterReading? Last,
    Energy Energy,
    Energy Estimated,
    ImmutableArray<int> Intervals,
    bool? IsCalibrated,
    ImmutableArray<Correction> Corrections)
{
    public int Missing => Intervals[(int)IntervalQuality.Missing];

    /// <summary>Every meter of a facility that counted in a period, by name.</summary>
    public static ImmutableArray<MeterEvidence> Of(FacilityBook book, BusinessPeriod period) => Of(book, book.SeriesOf(period), period);

    /// <param name="series">By meter, 15-minute intervals, covering the period.</param>
    public static ImmutableArray<MeterEvidence> Of(
        FacilityBook book, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period)
    {
        var lastDay = book.Calendar.LocalDate(period.To).AddDays(-1);
        return
        [
            .. book.Registry.MetersOf(book.Facility).Select(meter => Of(book, period, lastDay, meter, series[meter])).OfType<MeterEvidence>(),
        ];
    }

    static MeterEvidence? Of(FacilityBook book, BusinessPeriod period, DateOnly lastDay, string meter, EnergySeries series)
    {
        var entry = book.Registry.EntriesOf(book.Facility, meter).LastOrDefault(each =>
            each.ValidFrom <= lastDay && !(each.ValidTo <= book.Calendar.LocalDate(period.From)));
        if (entry is null)
            return null;

        var readings = book.RawReadings(meter, period);
        var (estimated, counts) = (0L, new int[5]);
        for (var index = series.IndexOf(period.From); index < series.IndexOf(period.To); index++)
        {
            counts[(int)series.Qualities[index]]++;
            estimated += series.EstimatedOf(index);
        }

        return new(
            entry, readings is [var first, ..] ? first : null, readings is [.., var last] ? last : null, series.TotalOf(period),
            new(estimated), [.. counts], entry.IsCalibrated(lastDay),
            [.. book.Corrections.Where(correction => correction.Claim.Meter == meter)]);
    }
}
