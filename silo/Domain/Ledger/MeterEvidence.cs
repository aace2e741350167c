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
        FacilityBook book, IReadOnlyDictionary<string, EnergySeries> series, BusinessPeriod period) => Of(
            book.Facility, book.Registry, [.. book.Corrections], [(period, MeterPart.Of(book, series, period))], period, book.Calendar);

    /// <summary>The same from parts of the period that were read apart.</summary>
    /// <param name="accepted">Accepted corrections of the facility, by id.</param>
    /// <param name="parts">By time, covering the period without overlap; at least one.</param>
    public static ImmutableArray<MeterEvidence> Of(
        FacilityId facility, MeterRegistry registry, ImmutableArray<Correction> accepted,
        IReadOnlyCollection<(BusinessPeriod Period, ImmutableArray<MeterPart> Meters)> parts, BusinessPeriod period, BusinessCalendar calendar)
    {
        var (firstDay, lastDay) = (calendar.LocalDate(period.From), calendar.LocalDate(period.To).AddDays(-1));
        var rows = ImmutableArray.CreateBuilder<MeterEvidence>();
        foreach (var meter in registry.MetersOf(facility))
        {
            if (registry.EntriesOf(facility, meter).LastOrDefault(each => each.ValidFrom <= lastDay && !(each.ValidTo <= firstDay)) is not { } entry)
                continue;

            var part = MeterPart.Sum(meter, parts);
            rows.Add(new(
                entry, part.First, part.Last, part.Energy, part.Estimated, part.Intervals, entry.IsCalibrated(lastDay),
                [.. accepted.Where(correction => correction.Claim.Meter == meter)]));
        }

        return rows.DrainToImmutable();
    }
}
