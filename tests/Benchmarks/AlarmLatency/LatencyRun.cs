using System.Diagnostics;
using System.Globalization;
using DcOps.Benchmarks.Province;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.AlarmLatency;

/// <summary>One run: silo, load, probes, table.</summary>
static class LatencyRun
{
    const string Accepted = "dcops_rack_readings_total{outcome=\"accepted\"}";
    const int IngestPort = 18_453;
    const int Port = 18_454;
    const int PairPort = 18_455;
    const int Facilities = 20;
    const int Collectors = 4;

    static readonly TimeProvider Clock = TimeProvider.System;
    const int Uncounted = 20;

    // Drawn anew each time: a steady pause would fall into step with what is worked in windows.
    static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(75);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> PlayAsync(int rate, TimeSpan length, int racks, string folder)
    {
        var size = new LoadSize(Facilities, racks, Collectors, TimeSpan.FromSeconds(rate == 0 ? 10 : racks / (double)rate), length + WarmUp + Patience);
        var bin = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../.."));
        using var silo = SiloProcess.Start(
            Path.Combine(bin, "DcOps.Standalone/release/DcOps.Standalone.dll"), ProbedSilo.Write(folder, size, IngestPort), Path.Combine(folder, "data"), Port);
        Say($"silo ready after {(await silo.UntilReadyAsync()).TotalSeconds:0.0} s");
        await using var pair = await PrometheusPair.StartAsync(folder, PairPort);
        if (pair is null)
            Say($"Prometheus or Alertmanager is not installed (Debian packages prometheus, prometheus-alertmanager): only our own side is measured");
        using var load = rate == 0 ? null : LoadOf(size, bin);
        try
        {
            if (load is not null)
                await RunningAsync(load);
            var (before, cpu, at) = (await silo.MetricsAsync(), silo.Cost().Cpu, Stopwatch.GetTimestamp());
            var probes = await ProbeAsync(size, pair, length);
            var (after, passed) = (await silo.MetricsAsync(), Stopwatch.GetElapsedTime(at).TotalSeconds);
            double Grown(string series) => after.GetValueOrDefault(series) - before.GetValueOrDefault(series);
            Say($"the first {Uncounted} alarms, in which code is compiled, are not in the table; the longest of them took {probes.Take(Uncounted).Max(probe => probe.OursMilliseconds):N0} ms");
            LatencyTable.Print([.. probes.Skip(Uncounted)], rate, Grown(Accepted) / 8 / passed, (silo.Cost().Cpu - cpu) / passed, pair is not null);
            foreach (var (stage, series) in Stages)
                Say($"of that, {stage}: {Grown($"{series}_sum") / Math.Max(1, Grown($"{series}_count")) * 1e3:0.0} ms on average; above 256 ms {Grown($"{series}_count") - Grown($"{series}_bucket{{le=\"0.256\"}}"):0} of {Grown($"{series}_count"):0}");
            return 0;
        }
        finally
        {
            load?.Kill();
        }
    }

    static readonly (string Stage, string Series)[] Stages =
    [
        ("the journal's write", "dcops_alarm_journal_write_seconds"),
        ("from the alarm's entry to the inbox", "dcops_alarm_latency_seconds"),
    ];

    static Process LoadOf(LoadSize size, string bin) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            Path.Combine(bin, "DcOps.Benchmarks.Province/release/DcOps.Benchmarks.Province.dll"), "load", Text(size.Facilities), Text(size.Racks),
            Text(size.Collectors), Text(size.Interval.TotalSeconds), Text(size.Length.TotalSeconds), $"http://127.0.0.1:{IngestPort}",
        ])
    { UseShellExecute = false, RedirectStandardOutput = true })!;

    // The load begins with a whole minute; ten seconds later every path of the silo has been taken.
    static async Task RunningAsync(Process load)
    {
        for (var told = 0; told < 10 && await load.StandardOutput.ReadLineAsync() is { } line;)
            told += line.StartsWith("sent ", StringComparison.Ordinal) ? 1 : 0;
        _ = DrainAsync(load);
    }

    static async Task DrainAsync(Process load)
    {
        while (await load.StandardOutput.ReadLineAsync() is not null)
        {
            // Read, so that the load is never held up.
        }
    }

    static async Task<List<Probe>> ProbeAsync(LoadSize size, PrometheusPair? pair, TimeSpan length)
    {
        var waiting = new WaitingBatches(ProbedSilo.Collector);
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler) { BaseAddress = new($"http://127.0.0.1:{IngestPort}"), Timeout = Timeout.InfiniteTimeSpan };
        var pump = new OutboxPump(
            waiting, new HttpIngest(client, ProbedSilo.Token), new() { AheadAfter = TimeSpan.FromMinutes(1) }, Clock, NullLogger<OutboxPump>.Instance);
        await pump.StartAsync(CancellationToken.None);
        using var page = new PageWatch(new($"http://127.0.0.1:{Port}"));

        var racks = Enumerable.Range(0, size.Facilities).Select(facility => size.RacksIn(facility).ToArray()).ToArray();
        var (probes, pairs, began) = (new List<Probe>(), new List<Task>(), Stopwatch.GetTimestamp());
        for (var number = 0; Stopwatch.GetElapsedTime(began) < length && number / size.Facilities < racks[0].Length; number++)
        {
            // Facility by facility, so that each alarm is an incident of its own in a place with load.
            var rack = racks[number % size.Facilities][number / size.Facilities * 7 % racks[0].Length];
            var probe = new Probe(rack.Value, Stopwatch.GetTimestamp(), Clock.GetUtcNow());
            using var patience = new CancellationTokenSource(Patience, Clock);
            var shown = page.UntilShownAsync(rack.Value, patience.Token);
            waiting.Add(new(
                Location.Of(rack), probe.At, [new(PointId.Total("probe", Quantity.Temperature), ProbedSilo.Limit + 40, probe.At, ReadingQuality.Good)], []));
            if (pair is not null)
                pairs.Add(WatchAsync(probe, pair.CrossAsync(rack.Value, ProbedSilo.Limit + 40)));
            probe.OursMilliseconds = Stopwatch.GetElapsedTime(probe.Started, await shown).TotalMilliseconds;
            probes.Add(probe);
            await Task.Delay(ShortestPause + ((LongestPause - ShortestPause) * Random.Shared.NextDouble()), Clock);
        }

        await Task.WhenAny(Task.WhenAll(pairs), Task.Delay(Patience, Clock));
        await pump.StopAsync(CancellationToken.None);
        return probes;
    }

    static async Task WatchAsync(Probe probe, Task<long> received) =>
        probe.PairMilliseconds = Stopwatch.GetElapsedTime(probe.Started, await received).TotalMilliseconds;

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
