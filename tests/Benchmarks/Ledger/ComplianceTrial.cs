using System.Diagnostics;
using System.Globalization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Ledger;
using DcOps.Registry;

namespace DcOps.Benchmarks.Ledger;

/// <summary>How long the compliance list of a province takes over an embedded registry that holds its closed months and days.</summary>
static class ComplianceTrial
{
    const int Facilities = 400;
    const int Calls = 5;

    static readonly DateTimeOffset Now = new(2026, 1, 6, 0, 0, 0, TimeSpan.Zero);

    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dcops-compliance-");
        try
        {
            var registry = ProvinceOfMeters.Of(Facilities);
            using var archive = RegistryArchive.Embedded(Path.Combine(folder.FullName, "registry.db"));
            var inventory = new Inventory(
                ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new(CityCode.Parse("NJ"), new("南京", "Nanjing"), null, null)],
                [
                    .. Enumerable.Range(0, Facilities).Select(ProvinceOfMeters.IdOf)
                        .Select(id => new Facility(id, CityCode.Parse("NJ"), new(id.Value, id.Value), [], [], null)),
                ]);
            var parts = new LedgerParts(
                inventory, new MemoryBooks(new Dictionary<FacilityId, FacilityBook>()), archive, LedgerSettings.Shipped(registry),
                ClosePolicy.Default, new StandingClock(Now));
            await FillAsync(parts);
            var size = new FileInfo(Path.Combine(folder.FullName, "registry.db")).Length;
            return await MeasureAsync(new EnergyLedger(parts), size);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static async Task<string> MeasureAsync(EnergyLedger ledger, long size)
    {
        var times = new List<double>();
        ComplianceSummary? summary = null;
        for (var call = 0; call < Calls; call++)
        {
            var started = Stopwatch.GetTimestamp();
            var list = await ledger.ComplianceAsync(ReportPeriod.TrailingYear(Now, ClosePolicy.Default), CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            summary = new(list.Rows.Count(row => row.Compliance is not null), list.Rollups[0].Pue!.Value.Value);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"compliance list of {Facilities} facilities x {ProvinceOfMeters.MetersPerFacility} meters, 12 closed months and 34 closed days each, SQLite of {size / 1e6:0} MB\n"
            + $"judged {summary!.Judged}, province {summary.Pue:0.000000}; first call {times[0]:0.00} s, then {times.Skip(1).Min():0.00} to {times.Skip(1).Max():0.00} s");
    }

    static async Task FillAsync(LedgerParts parts)
    {
        var calendar = BusinessCalendar.Shanghai;
        var id = ProvinceOfMeters.IdOf(0);
        var month = calendar.Month(2025, 3);
        var book = new FacilityBook(id, parts.Settings.Meters, calendar, ClosePolicy.Default);
        foreach (var meter in parts.Settings.Meters.MetersOf(id))
        {
            foreach (var reading in MadeReadings.Of(0, meter, parts.Settings.Meters.EntriesOf(id, meter).Single(), month))
                book.Take(meter, reading);
        }

        var measure = PeriodMeasure.Of(book, month, GapPolicy.Rated);
        var day = book.EnergyOf(calendar.Day(new(2025, 3, 2)));
        foreach (var facility in parts.Inventory.Facilities)
        {
            var months = Enumerable.Range(1, 12).Select(number => calendar.Month(2025, number)).Select(period => (
                measure with { Facility = facility.Id, Period = period, Covered = period.Length },
                ImmutableArray<MeterPart>.Empty,
                ClosedPeriod.Close(facility.Id, PeriodKind.Month, period, measure.Energy, "ledger", period.To.AddDays(5)))).ToList();
            var days = Enumerable.Range(0, 34).Select(back => calendar.Day(new DateOnly(2026, 1, 2).AddDays(-back)))
                .Select(period => ClosedPeriod.Close(facility.Id, PeriodKind.Day, period, day, "ledger", period.To.AddDays(3)));
            if (!await parts.Records.KeepAsync([.. days, .. months.Select(each => each.Item3)], months, CancellationToken.None))
                throw new InvalidOperationException("The trial's registry was not empty.");
        }
    }

    sealed record ComplianceSummary(int Judged, double Pue);

    sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
