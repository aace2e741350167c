using System.Globalization;
using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Ledger;

/// <summary>What a facility's meters delivered in a period, and what about them is suspicious.</summary>
static class MeterSurvey
{
    // A register whose energy is known for an hour says something about the power beside it.
    static readonly TimeSpan LeastForUnit = TimeSpan.FromHours(1);

    public static (ImmutableArray<QualityRow> Rows, ImmutableArray<Suspicion> Suspicions) Of(
        FacilityBook book, CityCode city, BusinessPeriod period)
    {
        var series = book.SeriesOf(period);
        var (rows, suspicions) = (ImmutableArray.CreateBuilder<QualityRow>(), ImmutableArray.CreateBuilder<Suspicion>());
        var balances = book.Registry.RunsOf(book.Facility, period, book.Calendar)
            .SelectMany(run => BalanceWatch.Of(run.Boundary, series, run.Days)).ToList();
        var lastDay = book.Calendar.LocalDate(period.To).AddDays(-1);
        foreach (var meter in book.Registry.MetersOf(book.Facility))
        {
            var entries = book.Registry.EntriesOf(book.Facility, meter).ToList();
            if (!entries.Exists(entry => entry.ValidFrom <= lastDay && !(entry.ValidTo <= book.Calendar.LocalDate(period.From))))
                continue;

            var readings = book.RawReadings(meter, period).Where(reading => period.Contains(reading.At)).ToArray();
            var tally = TallyOf(series[meter], period, readings, entries[^1], balances.Where(balance => balance.Meter == meter));
            rows.Add(new(city, book.Facility, meter, PointClass.Meters, tally, QualityScore.Of(tally)));
            suspicions.AddRange(Suspect(book.Facility, meter, readings, series[meter], period, entries[^1], lastDay));
        }

        suspicions.AddRange(balances.Where(balance => balance.Holds == false).Select(balance => new Suspicion(
            SuspicionKind.Imbalance, book.Facility, balance.Meter, null, null, $"{Text(balance.Imbalance!.Value.Percent)} %")));
        return (rows.DrainToImmutable(), suspicions.DrainToImmutable());
    }

    static PointTally TallyOf(
        EnergySeries series, BusinessPeriod period, RegisterReading[] readings, RegisteredMeter entry, IEnumerable<BalanceWatch> balances)
    {
        var (expected, known) = (0L, 0L);
        for (var index = Math.Max(0, series.IndexOf(period.From)); index < Math.Min(series.Count, series.IndexOf(period.To)); index++)
            (expected, known) = (expected + 1, known + (series.Qualities[index] <= IntervalQuality.Interpolated ? 1 : 0));

        var held = balances.Where(balance => balance.Compared > 0).ToList();
        return new()
        {
            Points = 1,
            PointsConforming = entry is { AccuracyPercent: not null, Serial: not null } ? 1 : 0,
            Expected = expected,
            Received = known,
            Fields = readings.Length,
            FieldsEmpty = readings.Count(reading => reading.Serial is null && entry.Serial is null),
            Balances = held.Sum(balance => (long)balance.Compared),
            BalancesHeld = held.Sum(balance => (long)balance.Compared - balance.ChildrenAbove),
            Hours = (long)period.Length.TotalHours,
            HoursUsable = known / 4,
        };
    }

    static IEnumerable<Suspicion> Suspect(
        FacilityId facility, string meter, RegisterReading[] readings, EnergySeries series, BusinessPeriod period, RegisteredMeter entry,
        DateOnly lastDay)
    {
        foreach (var stuck in StuckCheck.Stretches(readings))
            yield return new(SuspicionKind.Stuck, facility, meter, stuck.From, stuck.To, $"{Text(stuck.Length.TotalHours)} h");
        if (entry.IsCalibrated(lastDay) == false)
            yield return new(SuspicionKind.Calibration, facility, meter, null, null, $"{entry.CalibrationDueOn:yyyy-MM-dd}");
        var powers = readings.Where(reading => reading.MeanWatts is not null).Select(reading => reading.MeanWatts!.Value).ToList();
        var hours = CountedHours(series, period);
        if (powers.Count == 0 || hours < LeastForUnit)
            yield break;

        var unit = UnitCheck.Of(series.TotalOf(period), hours, new Power(powers.Average()));
        if (unit != UnitSuspicion.None)
        {
            yield return new(
                SuspicionKind.Unit, facility, meter, null, null,
                $"{Text(powers.Average() / 1_000)} kW, {Text(series.TotalOf(period).KilowattHours / hours.TotalHours)} kW");
        }
    }

    static TimeSpan CountedHours(EnergySeries series, BusinessPeriod period)
    {
        var known = 0;
        for (var index = Math.Max(0, series.IndexOf(period.From)); index < Math.Min(series.Count, series.IndexOf(period.To)); index++)
            known += series.Qualities[index] == IntervalQuality.Missing ? 0 : 1;
        return series.Interval * known;
    }

    static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
