using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Upload.Configuration;

namespace DcOps.Upload.Feed;

/// <summary>
/// The ledger's figures of the uploaded meters: quarter-hours as soon as every meter has them, the day and the month as soon as they have
/// ended, and all of it again when a period is closed or restated.
/// </summary>
public sealed class LedgerItems(IEvidenceLedger ledger, UploadOptions options, TimeProvider time) : IEnergyItems
{
    /// <summary>How long a quarter-hour waits for a meter that is late; what comes later goes when the day is closed.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    static readonly BusinessCalendar Calendar = BusinessCalendar.Shanghai;

    readonly Dictionary<FacilityId, ImmutableArray<string>> _meters = options.Facilities
        .GroupBy(facility => FacilityId.Parse(facility.Facility))
        .ToDictionary(group => group.Key, group => group.SelectMany(facility => facility.Meters).Select(meter => meter.Meter).ToImmutableArray());

    /// <inheritdoc/>
    public async ValueTask<EnergyItemPage> ReadAsync(FacilityId facility, string after, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = Calendar.DayOf(now).From;
        var place = LedgerPlace.Parse(after) ?? new(today, today, PeriodKind.Day, today);
        return await RunningAsync(facility, place, now, cancellationToken) ?? await ClosedAsync(facility, place, now, cancellationToken)
            ?? new([], place.ToString());
    }

    /// <summary>The next quarter-hours, to the end of their day at most; null when none has ended with all its meters.</summary>
    async Task<EnergyItemPage?> RunningAsync(FacilityId facility, LedgerPlace place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = Calendar.DayOf(place.Quarters);
        var end = Min(day.To, IntervalGrid.Floor(now, IntervalGrid.Quarter));
        if (end <= place.Quarters)
            return null;

        var series = await SeriesAsync(facility, new(place.Quarters, end), cancellationToken);
        end = KnownTo(series, place.Quarters, end, now);
        if (end <= place.Quarters)
            return null;

        var items = series.SelectMany(meter => Quarters(facility, meter, new(place.Quarters, end))).ToList();
        if (end == day.To)
        {
            items.AddRange(await SumsAsync(facility, ItemSpan.Day, day, cancellationToken));
            if (Calendar.MonthOf(day.From) is var month && month.To == end)
                items.AddRange(await SumsAsync(facility, ItemSpan.Month, month, cancellationToken));
        }

        return new([.. items], (place with { Quarters = end }).ToString());
    }

    /// <summary>The next day or month that was closed or restated; null when there is none.</summary>
    async Task<EnergyItemPage?> ClosedAsync(FacilityId facility, LedgerPlace place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var within = new BusinessPeriod(now - options.Spool.MostAge, now);
        var closed = (await ledger.ClosedAsync(facility, PeriodKind.Day, within, cancellationToken))
            .AddRange(await ledger.ClosedAsync(facility, PeriodKind.Month, within, cancellationToken))
            .Where(place.IsBefore).OrderBy(period => period.Current.At).ThenBy(period => period.Kind).ThenBy(period => period.Period.From)
            .FirstOrDefault();
        if (closed is null)
            return null;

        var next = place with { RevisedAt = closed.Current.At, Kind = closed.Kind, From = closed.Period.From };
        if (closed.Kind == PeriodKind.Month)
            return new([.. await SumsAsync(facility, ItemSpan.Month, closed.Period, cancellationToken)], next.ToString());

        var series = await SeriesAsync(facility, closed.Period, cancellationToken);
        return new(
            [
                .. series.SelectMany(meter => Quarters(facility, meter, closed.Period)),
                .. await SumsAsync(facility, ItemSpan.Day, closed.Period, series, cancellationToken),
            ],
            next.ToString());
    }

    async Task<List<(string Meter, MeterIntervals Intervals)>> SeriesAsync(
        FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken)
    {
        var all = new List<(string, MeterIntervals)>();
        foreach (var meter in _meters[facility])
        {
            if (await ledger.IntervalsAsync(facility, meter, period, IntervalGrid.Quarter, cancellationToken) is { } intervals)
                all.Add((meter, intervals));
        }

        return all;
    }

    async Task<List<EnergyItem>> SumsAsync(FacilityId facility, ItemSpan span, BusinessPeriod period, CancellationToken cancellationToken) =>
        await SumsAsync(facility, span, period, await SeriesAsync(facility, period, cancellationToken), cancellationToken);

    async Task<List<EnergyItem>> SumsAsync(
        FacilityId facility, ItemSpan span, BusinessPeriod period, List<(string Meter, MeterIntervals Intervals)> series,
        CancellationToken cancellationToken)
    {
        var sums = new List<EnergyItem>(series.Count);
        foreach (var meter in series)
        {
            sums.Add(Sum(facility, span, period, meter) with
            {
                ReadAt = await NearestReadingAsync(facility, meter.Meter, period.To, AroundEnd(span), cancellationToken),
            });
        }

        return sums;
    }

    /// <summary>When the reading was taken that is nearest to an instant; null when there is none around it.</summary>
    async Task<DateTimeOffset?> NearestReadingAsync(
        FacilityId facility, string meter, DateTimeOffset end, TimeSpan around, CancellationToken cancellationToken)
    {
        DateTimeOffset? nearest = null;
        await foreach (var reading in ledger.ReadingsAsync(facility, meter, new(end - around, end + around), cancellationToken))
        {
            if (nearest is not { } known || (reading.At - end).Duration() < (known - end).Duration())
                nearest = reading.At;
        }

        return nearest;
    }

    /// <summary>End of the quarter-hours that every meter has, or that no longer wait for one.</summary>
    static DateTimeOffset KnownTo(
        List<(string Meter, MeterIntervals Intervals)> series, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var end = from;
        while (end < to && (now - end - IntervalGrid.Quarter >= LongestWait
            || series.TrueForAll(meter => QualityAt(meter.Intervals.Series, end) != IntervalQuality.Missing)))
            end += IntervalGrid.Quarter;
        return end;
    }

    static IntervalQuality QualityAt(EnergySeries series, DateTimeOffset at) =>
        series.IndexOf(at) is var index && index >= 0 && index < series.Count ? series.Qualities[index] : IntervalQuality.Missing;

    static IEnumerable<EnergyItem> Quarters(FacilityId facility, (string Meter, MeterIntervals Intervals) meter, BusinessPeriod period)
    {
        for (var at = period.From; at < period.To; at += IntervalGrid.Quarter)
        {
            if (QualityAt(meter.Intervals.Series, at) is not IntervalQuality.Missing and var quality)
            {
                yield return new(
                    facility, meter.Meter, CarrierOf(meter.Intervals), ItemSpan.Quarter, at,
                    meter.Intervals.Series.WattHours[meter.Intervals.Series.IndexOf(at)], quality);
            }
        }
    }

    // Counts are differences of whole register positions at the boundaries, so their sum is the difference of the period's ends.
    static EnergyItem Sum(FacilityId facility, ItemSpan span, BusinessPeriod period, (string Meter, MeterIntervals Intervals) meter)
    {
        var (series, sum, known, worst) = (meter.Intervals.Series, 0L, false, IntervalQuality.Measured);
        for (var at = period.From; at < period.To; at += IntervalGrid.Quarter)
        {
            var quality = QualityAt(series, at);
            worst = quality > worst ? quality : worst;
            if (quality != IntervalQuality.Missing)
                (sum, known) = (sum + series.WattHours[series.IndexOf(at)], true);
        }

        return new(facility, meter.Meter, CarrierOf(meter.Intervals), span, period.From, known ? sum : null, worst);
    }

    // Wider than what the rules allow, so that a reading that is too far off is told and not passed over.
    static TimeSpan AroundEnd(ItemSpan span) => span == ItemSpan.Month ? TimeSpan.FromDays(2) : TimeSpan.FromHours(2);

    static MeterCarrier CarrierOf(MeterIntervals intervals) =>
        intervals.Entries is [.., var last] ? last.Carrier : MeterCarrier.Electricity;

    static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
