using System.Globalization;
using DcOps.Domain.Csv;

namespace DcOps.Domain.Scheduling.Replay;

/// <summary>Reads series and traces from comma-separated text; other columns are passed over.</summary>
public static class ReplayCsv
{
    static readonly string[] TimeForms = ["yyyy-MM-dd HH", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ssK"];

    /// <returns>Null with at least one fault added when the text cannot be replayed.</returns>
    /// <param name="timeColumn">Holds the beginning of each step, UTC where it says nothing else.</param>
    public static IntensitySeries? Series(string file, string text, string timeColumn, string valueColumn, List<CsvFault> faults)
    {
        var before = faults.Count;
        if (Table(file, text, [timeColumn, valueColumn], faults) is not { } table)
            return null;

        var (times, values) = (new List<DateTimeOffset>(), ImmutableArray.CreateBuilder<double>());
        foreach (var (line, cells) in table)
        {
            if (!DateTimeOffset.TryParseExact(cells[0], TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                faults.Add(new(file, line, timeColumn, $"is '{cells[0]}'; write a time like 2026-03-01 00:15."));
            else if (!double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                faults.Add(new(file, line, valueColumn, $"is '{cells[1]}'; write a number."));
            else if (times.Count > 1 && at - times[^1] != times[1] - times[0])
                faults.Add(new(file, line, timeColumn, $"follows {times[^1]:u} by another step than the rows before; fill the gap."));
            else if (times.Count == 1 && at <= times[0])
                faults.Add(new(file, line, timeColumn, "is not after the row before; sort the rows."));
            else
            {
                times.Add(at);
                values.Add(value);
            }

            if (faults.Count > before + 20)
                return null;
        }

        if (times.Count < 2 && faults.Count == before)
            faults.Add(new(file, 1, "", "has fewer than two values; give a series."));
        return faults.Count > before ? null : new(times[0], times[1] - times[0], values.ToImmutable());
    }

    /// <summary>Columns arrival_time and length in seconds, cpus.</summary>
    /// <param name="tick">Arrivals and lengths are cut to whole ticks; shorter jobs are left out.</param>
    public static ImmutableArray<ReplayJob> Jobs(string file, string text, TimeSpan tick, List<CsvFault> faults)
    {
        var jobs = ImmutableArray.CreateBuilder<ReplayJob>();
        if (Table(file, text, ["arrival_time", "length", "cpus"], faults) is not { } table)
            return [];

        foreach (var (line, cells) in table)
        {
            if (!TryNumber(cells[0], out var arrival) || !TryNumber(cells[1], out var length) || !TryNumber(cells[2], out var units))
            {
                faults.Add(new(file, line, "", "needs three numbers, zero or more: arrival_time, length, cpus."));
                continue;
            }

            var (arrivalTicks, lengthTicks) = (Math.Floor(arrival / tick.TotalSeconds), Math.Floor(length / tick.TotalSeconds));
            if (lengthTicks >= 1)
                jobs.Add(new(arrivalTicks * tick, lengthTicks * tick, (int)units));
        }

        return jobs.ToImmutable();
    }

    static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= 0 && double.IsFinite(value);

    static List<(int Line, string[] Cells)>? Table(string file, string text, string[] columns, List<CsvFault> faults)
    {
        try
        {
            var rows = CsvText.Rows(text);
            var header = rows.Count > 0 ? rows[0].Cells : [];
            var places = columns.Select(column => header.FindIndex(cell => cell.Trim() == column)).ToArray();
            for (var index = 0; index < columns.Length; index++)
            {
                if (places[index] < 0)
                    faults.Add(new(file, 1, columns[index], $"is missing; the columns are {string.Join(", ", header)}."));
            }

            if (places.Contains(-1))
                return null;
            var read = new List<(int, string[])>();
            foreach (var (line, cells) in rows.Skip(1))
            {
                if (cells.Count == header.Count)
                    read.Add((line, [.. places.Select(place => cells[place].Trim())]));
                else
                    faults.Add(new(file, line, "", $"has {cells.Count} cells where the header has {header.Count}; add or remove commas."));
            }

            return read;
        }
        catch (FormatException fault)
        {
            faults.Add(new(file, 1, "", fault.Message));
            return null;
        }
    }
}
