using System.Diagnostics;
using System.Globalization;
using DcOps.Domain.Topology;
using DcOps.History.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Province;

/// <summary>A province's load over the real ingest into a real silo with history written, and what came of it.</summary>
static class ProvinceRun
{
    const int IngestPort = 18_443;
    const int Port = 18_444;
    const int RacksCompared = 400;

    public static async Task<int> PlayAsync(LoadSize size, string siloProgram, string folder)
    {
        var configuration = Path.Combine(folder, "province.json");
        SiloConfiguration.Write(configuration, size, IngestPort);
        Say($"{Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}, .NET {Environment.Version}");
        Say($"{size.Racks:N0} racks in {size.Facilities} facilities, 8 values each {size.Interval.TotalSeconds:0} s, {size.Racks / size.Interval.TotalSeconds:N0} rack updates/s for {size.Length.TotalMinutes:0.#} min; {size.Collectors} collectors");

        using var silo = SiloProcess.Start(siloProgram, configuration, Path.Combine(folder, "data"), Port);
        Say($"silo ready after {(await silo.UntilReadyAsync()).TotalSeconds:0.0} s, {silo.Cost().Megabytes:N0} MB");
        using var load = StartLoad(size);
        var (began, watts) = await FollowAsync(load, silo);
        Say(await Metrics(silo));
        await silo.StopAsync();
        return began is { } start && watts is not null ? await CompareAsync(size, folder, start) : 1;
    }

    static Process StartLoad(LoadSize size) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        [
            "load", Text(size.Facilities), Text(size.Racks), Text(size.Collectors), Text(size.Interval.TotalSeconds), Text(size.Length.TotalSeconds),
            $"http://127.0.0.1:{IngestPort}",
        ])
    { UseShellExecute = false, RedirectStandardOutput = true })!;

    /// <summary>Prints a line each ten seconds of load until it ends.</summary>
    static async Task<(DateTimeOffset? Began, string? Watts)> FollowAsync(Process load, SiloProcess silo)
    {
        var (at, cpu, sent, settled) = (Stopwatch.GetTimestamp(), silo.Cost().Cpu, 0L, 0L);
        while (await load.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            if (words is ["done", var began, var watts])
                return (DateTimeOffset.Parse(began, CultureInfo.InvariantCulture), watts);

            var passed = Stopwatch.GetElapsedTime(at);
            if (words is not ["sent", var sentNow, "settled", var settledNow, "late", var late] || passed < TimeSpan.FromSeconds(10))
                continue;

            var cost = silo.Cost();
            var (s, d) = (long.Parse(sentNow, CultureInfo.InvariantCulture), long.Parse(settledNow, CultureInfo.InvariantCulture));
            Say($"sent {(s - sent) / passed.TotalSeconds,9:N0}/s  received {(d - settled) / passed.TotalSeconds,9:N0}/s  without receipt {s - d,9:N0}  generator late {late,5} ms  silo {(cost.Cpu - cpu) / passed.TotalSeconds:0.00} cores {cost.Megabytes,6:N0} MB  {(cost.Cpu - cpu) / Math.Max(1, d - settled) * 1e6:0.0} us a batch");
            (at, cpu, sent, settled) = (Stopwatch.GetTimestamp(), cost.Cpu, s, d);
        }

        return default;
    }

    static async Task<string> Metrics(SiloProcess silo)
    {
        var metrics = await silo.MetricsAsync();
        double Of(string name) => metrics.GetValueOrDefault(name);
        var delay = Of("dcops_ingest_receipt_delay_seconds_sum") / Math.Max(1, Of("dcops_ingest_receipt_delay_seconds_count"));
        return string.Create(CultureInfo.InvariantCulture, $"receipt after {delay:0.00} s on average; shed {Of("dcops_ingest_shed_batches_total"):N0}, expired {Of("dcops_ingest_expired_batches_total"):N0}; checkpoints {Of("dcops_checkpoint_bytes_total") / 1e9:0.00} GB; history rows written {Of("dcops_history_points_total{outcome=\"written\"}"):N0}, spooled {Of("dcops_history_points_total{outcome=\"spooled\"}"):N0}, lost {Of("dcops_history_points_total{outcome=\"overflowed\"}") + Of("dcops_history_points_total{outcome=\"expired\"}"):N0}");
    }

    /// <summary>Energy of whole minutes in the store against what the racks of the load took.</summary>
    static async Task<int> CompareAsync(LoadSize size, string folder, DateTimeOffset began)
    {
        await using var history = new EmbeddedHistory(
            new(Path.Combine(folder, "data", "history")), TimeProvider.System, NullLogger<EmbeddedHistory>.Instance);

        // The first minute begins before a rack's first sample, the last ends after its last.
        var (first, minutes) = (began.AddMinutes(1), (int)size.Length.TotalMinutes - 2);
        var (known, different, compared) = (0L, 0L, 0);
        foreach (var (id, rack) in Racks(size).Where((_, number) => number % Math.Max(1, size.Racks / RacksCompared) == 0))
        {
            var rows = await history.RackMinutesAsync(id, first, first.AddMinutes(minutes), CancellationToken.None);
            known += rows.Count(row => row.Energy is not null);
            different += rows.Count(row => row.Energy is { } energy && energy.WattHours != rack.FeedWatts * 2 / 60);
            compared++;
        }

        Say($"{compared} racks over {minutes} minutes: {known:N0} of {(long)compared * minutes:N0} rack minutes with energy, {different} differ from the load's own watt-hours");
        return different == 0 && known == (long)compared * minutes ? 0 : 1;
    }

    static IEnumerable<(RackId Id, LoadedRack Rack)> Racks(LoadSize size) => Enumerable.Range(0, size.Collectors)
        .SelectMany(collector => size.FacilitiesOf(collector).SelectMany(size.RacksIn)
            .Select((id, number) => (id, new LoadedRack(id, (collector * LoadProcess.NumbersOfCollector) + number))));

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    static void Say(string line) => Console.WriteLine(line);
}
