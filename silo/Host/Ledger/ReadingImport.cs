using DcOps.Contracts;
using DcOps.Domain.Csv;
using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Ledger;

namespace DcOps.Silo.Host.Ledger;

/// <summary>
/// Takes historic register readings of a facility into the evidence of its ledger. A part is stored whole or not at all, and
/// storing it again changes nothing.
/// </summary>
public sealed class ReadingImport(LedgerParts parts, IHistoryWriter history, IGrainFactory grains, TimeProvider time)
{
    const int RowsAtOnce = 20_000;

    /// <summary>Stores the readings of a part of a file.</summary>
    /// <param name="file">Name by which faults are told.</param>
    /// <param name="text">Table with header, in the form in which statements have their readings.</param>
    /// <param name="firstLine">Line of the file that the table's second line is.</param>
    /// <exception cref="HistoryUnavailableException">The store is away: send the part again later.</exception>
    public async Task<ImportAnswer> ReadingsAsync(
        FacilityId facility, string file, string text, int firstLine, bool isDryRun, CancellationToken cancellationToken)
    {
        if (!parts.Inventory.TryGet(facility, out _))
            return new(0, [$"{file}: the inventory has no facility {facility}; name one with --facility."]);

        var registry = (await parts.RegistryAsync(cancellationToken)).Registry;
        var known = registry.MetersOf(facility).ToHashSet(StringComparer.Ordinal);
        var faults = new List<CsvFault>();
        var now = time.GetUtcNow();
        var rows = new List<MeterReading>();
        foreach (var (meter, reading, line) in ReadingCsv.NumberedReadings(file, text, faults))
        {
            if (!known.Contains(meter))
                faults.Add(new(file, line, "meter", $"is '{meter}', which the registry does not have for {facility}; register the meter first."));
            else if (reading.At > now)
                faults.Add(new(file, line, "at", "lies in the future; correct the clock that wrote it."));
            else
                rows.Add(MeterReading.Of(facility, meter, reading));
        }

        if (faults.Count > 0)
            return new(0, [.. faults.Select(fault => (fault with { Line = fault.Line - 2 + firstLine }).ToString())]);
        if (isDryRun || rows.Count == 0)
            return new(rows.Count, []);

        foreach (var chunk in rows.Chunk(RowsAtOnce))
            await history.WriteAsync(HistoryBatch.Empty with { MeterReadings = [.. chunk] }, cancellationToken);
        await grains.GetGrain<ILedgerGrain>(facility.Value)
            .Changed(rows.Min(row => row.At), rows.Max(row => row.At), $"import of {file}");
        return new(rows.Count, []);
    }

    /// <summary>Keeps mean outdoor temperatures of local days; a day that is known with the same value changes nothing.</summary>
    public async Task<ImportAnswer> WeatherAsync(
        FacilityId facility, string file, string text, bool isDryRun, CancellationToken cancellationToken)
    {
        var faults = new List<CsvFault>();
        var days = ReadingCsv.Weather(text, faults).ToList();
        if (faults.Count > 0 || isDryRun || days.Count == 0)
            return new(faults.Count > 0 ? 0 : days.Count, [.. faults.Select(fault => (fault with { File = file }).ToString())]);

        var calendar = BusinessCalendar.Shanghai;
        var known = (await parts.Archive.ReadAsync(new(ArchiveKind.OutdoorDay, facility.Value, NewestOnly: true), cancellationToken))
            .ToDictionary(entry => calendar.LocalDate(entry.From), entry => entry);
        var (first, last) = (days.Min(day => day.Day), days.Max(day => day.Day));
        var kept = (await parts.Desk.OutdoorAsync(facility, new(calendar.Day(first).From, calendar.Day(last).To), cancellationToken))
            .ToDictionary(day => day.Day, day => day.Celsius);
        foreach (var (day, celsius) in days)
        {
            if (!kept.TryGetValue(day, out var same) || same != celsius)
                await parts.Desk.KeepOutdoorAsync(facility, day, celsius, (known.GetValueOrDefault(day)?.Number ?? 0) + 1, time.GetUtcNow(), cancellationToken);
        }

        await grains.GetGrain<ILedgerGrain>(facility.Value).Changed(calendar.Day(first).From, calendar.Day(last).To, $"import of {file}");
        return new(days.Count, []);
    }
}
