using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Province;

/// <summary>
/// The load generator, a process of its own: every rack once an interval, spread evenly, delivered as remote collectors
/// deliver. It prints a line a second: batches sent, batches with receipt, how late it is itself.
/// </summary>
static class LoadProcess
{
    /// <summary>How far apart the numbers of two collectors' racks begin.</summary>
    public const int NumbersOfCollector = 7_919;

    static readonly TimeProvider Clock = TimeProvider.System;
    static readonly TimeSpan Slot = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(LoadSize size, Uri silo)
    {
        var (started, stop) = (Clock.GetUtcNow(), new CancellationTokenSource());
        var collectors = Enumerable.Range(0, size.Collectors).Select(collector => new WaitingBatches(LoadSize.NameOf(collector))).ToArray();
        var pumps = collectors.Select((waiting, collector) => Pump(waiting, collector, silo)).ToArray();
        foreach (var pump in pumps)
            await pump.StartAsync(stop.Token);

        var slots = (int)(size.Interval / Slot);
        var racks = Enumerable.Range(0, size.Collectors).Select(collector => size.FacilitiesOf(collector)
            .SelectMany(size.RacksIn).Select((id, number) => new LoadedRack(id, (collector * NumbersOfCollector) + number)).ToArray()).ToArray();
        var watts = racks.Sum(own => own.Sum(rack => 2L * rack.FeedWatts));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {watts} W"));

        var began = Align(started);
        var lastTold = began;
        for (var slot = 0L; slot * Slot < size.Length; slot++)
        {
            var due = began + (slot * Slot);
            if (due - Clock.GetUtcNow() is { Ticks: > 0 } early)
                await Task.Delay(early, Clock);
            for (var collector = 0; collector < racks.Length; collector++)
            {
                for (var rack = (int)(slot % slots); rack < racks[collector].Length; rack += slots)
                    collectors[collector].Add(racks[collector][rack].Sample(due, began));
            }

            if (due - lastTold < TimeSpan.FromSeconds(1))
                continue;

            lastTold = due;
            Tell(collectors, Clock.GetUtcNow() - due);
        }

        // What is on its way gets its receipt.
        for (var wait = 0; wait < 600 && collectors.Any(waiting => waiting.Waiting > 0); wait++)
            await Task.Delay(Slot, Clock);
        Tell(collectors, TimeSpan.Zero);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"done {began:O} {watts}"));
        await stop.CancelAsync();
        foreach (var pump in pumps)
            await pump.StopAsync(CancellationToken.None);
        return collectors.Any(waiting => waiting.Waiting > 0) ? 1 : 0;
    }

    static OutboxPump Pump(WaitingBatches waiting, int collector, Uri silo)
    {
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 256 };
        var client = new HttpClient(handler) { BaseAddress = silo, Timeout = Timeout.InfiniteTimeSpan };
        return new(
            waiting, new HttpIngest(client, LoadSize.TokenOf(collector)), new() { AheadAfter = TimeSpan.FromMinutes(1) }, Clock,
            NullLogger<OutboxPump>.Instance);
    }

    static void Tell(WaitingBatches[] collectors, TimeSpan late) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"sent {collectors.Sum(waiting => waiting.Arrivals)} settled {collectors.Sum(waiting => waiting.Settled)} late {late.TotalMilliseconds:0}"));

    // A whole minute, so that every minute of the run is a whole one.
    static DateTimeOffset Align(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
