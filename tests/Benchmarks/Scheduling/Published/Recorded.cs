using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Replay;

namespace DcOps.Benchmarks.Scheduling.Published;

/// <summary>Reads recorded series and traces from a folder.</summary>
public static class Recorded
{
    public static readonly ImmutableArray<string> Oceania = ["AU-NSW", "AU-QLD", "AU-SA", "AU-TAS", "AU-VIC", "AU-WA", "NZ"];

    /// <summary>A zone's life-cycle carbon intensity over 2022, hour by hour.</summary>
    /// <exception cref="FormatException">The file cannot be read; the message holds its faults.</exception>
    public static IntensitySeries Carbon(string folder, string zone)
    {
        var series = Series(Path.Combine(folder, "carbon", zone + ".csv"), "utc_hour", "lifecycle_g_per_kwh");
        return series.From(0, 8760);
    }

    public static IntensitySeries Series(string path, string timeColumn, string valueColumn)
    {
        var faults = new List<CsvFault>();
        return ReplayCsv.Series(Path.GetFileName(path), File.ReadAllText(path), timeColumn, valueColumn, faults)
            ?? throw new FormatException(string.Join('\n', faults));
    }

    public static ImmutableArray<ReplayJob> Jobs(string path, TimeSpan tick)
    {
        var faults = new List<CsvFault>();
        var jobs = ReplayCsv.Jobs(Path.GetFileName(path), File.ReadAllText(path), tick, faults);
        return faults.Count == 0 ? jobs : throw new FormatException(string.Join('\n', faults));
    }
}
