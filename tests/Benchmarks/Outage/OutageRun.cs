using System.Diagnostics;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Outage;

/// <summary>
/// A site is cut off and goes on sampling into its outbox, as fast as this machine can; then the line is back, live
/// samples come at the pace of the clock while the backlog drains, and a second centre that was never cut off says what the
/// rollups should be.
/// </summary>
static class OutageRun
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan FlushInterval = TimeSpan.FromMilliseconds(250);

    public static async Task<OutageResult> PlayAsync(OutageOptions options, string folder, TimeSpan liveAfterDrain, CancellationToken cancellationToken)
    {
        var clock = new PlayedClock(Start);
        var site = new PlayedSite(options.Racks, Start);
        var length = options.Cut + TimeSpan.FromHours(2);
        var (uncut, centre) = (new Centre(site, Start, length, clock), new Centre(site, Start, length, clock) { IsCut = true });
        using var outbox = Outbox.Open(
            new() { Folder = folder, Collector = "site", MostBytes = 1L << 40, WindowBytes = options.WindowBytes }, clock, NullLogger<Outbox>.Instance);

        var playing = Stopwatch.GetTimestamp();
        var batches = Cut(options, site, clock, outbox, uncut);
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        var played = Stopwatch.GetElapsedTime(playing);

        centre.IsCut = false;
        centre.LiveFrom = clock.GetUtcNow();
        clock.Run();
        var delivery = new DeliveryOptions { BackfillBatchesPerSecond = options.BatchesPerSecond, FlushInterval = FlushInterval };
        var ahead = new AheadQueue("site", clock);
        using var inOrder = new OutboxPump(outbox, centre, delivery, clock, NullLogger<OutboxPump>.Instance);
        using var passing = new OutboxPump(ahead, centre, delivery, clock, NullLogger<OutboxPump>.Instance, ReadingLane.Ahead);
        var live = new LiveSampling(options, site, clock, outbox, ahead, delivery, uncut, centre, centre.LiveFrom);
        await inOrder.StartAsync(cancellationToken);
        await passing.StartAsync(cancellationToken);

        var draining = Stopwatch.GetTimestamp();
        await live.UntilAsync(() => outbox.Count == 0 && outbox.Lag < delivery.AheadAfter, cancellationToken);
        var drained = Stopwatch.GetElapsedTime(draining);
        var delaysWhileDraining = centre.Delays.Count;
        var endOfLive = clock.GetUtcNow() + liveAfterDrain;
        await live.UntilAsync(() => clock.GetUtcNow() >= endOfLive && outbox.Count == 0, cancellationToken);
        await inOrder.StopAsync(cancellationToken);
        await passing.StopAsync(cancellationToken);

        // The last minutes are told once they are over for both.
        var until = live.Through - TimeSpan.FromMinutes(1) - options.Interval;
        var afterwards = clock.GetUtcNow() + TimeSpan.FromHours(1);
        uncut.TakeRows(afterwards);
        centre.TakeRows(afterwards);
        var (different, known, wattHours) = centre.Compare(uncut, until);
        return new(
            batches, bytes, played, drained, centre.Backfilled, centre.Ahead, centre.BackfilledBeforeFirstLive,
            [.. centre.Delays.Take(delaysWhileDraining).Order()], [.. centre.Delays.Skip(delaysWhileDraining).Order()],
            different, known, wattHours, uncut.Compare(uncut, until).WattHours, outbox.Count);
    }

    // Racks are sampled evenly over the interval, as a jittered schedule does.
    static long Cut(OutageOptions options, PlayedSite site, PlayedClock clock, Outbox outbox, Centre uncut)
    {
        var flushes = (int)(options.Interval / FlushInterval);
        var gathered = new List<OpenBatch>();
        var (total, sequence) = (0L, 0L);
        for (var at = Start; at < Start + options.Cut; at += options.Interval)
        {
            for (var flush = 0; flush < flushes; flush++)
            {
                var now = at + (flush * FlushInterval);
                clock.Set(now);
                gathered.Clear();
                for (var rack = flush; rack < site.Racks; rack += flushes)
                    gathered.Add(site.Sample(rack, now));
                foreach (var batch in gathered)
                    uncut.Fold(batch.Number("uncut", ++sequence), now);
                outbox.Append(gathered);
                total += gathered.Count;
            }

            uncut.TakeRows(clock.GetUtcNow());
            outbox.Maintain();
        }

        clock.Set(Start + options.Cut);
        return total;
    }
}
