using System.Diagnostics;
using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Snmp;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Snmp;

/// <summary>The collector at a rate: schedule, engine, profile, readings in canonical units.</summary>
static class CollectorPolls
{
    /// <summary>Of every candidate that has a schedule: each device's own data has left the cache by its next turn.</summary>
    public const int Devices = 8_000;

    /// <summary>Of every candidate that has a schedule.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Twenty polls of a device: each has been asked all there is, and twice what is behind the ends of its tables.</summary>
    static readonly TimeSpan Warmth = 20 * Interval;

    /// <summary>Readings are counted and let go.</summary>
    public static Task<Trial> RunAsync(int seconds) => RunAsync(seconds, new CountingSink());

    /// <summary>All of it: batches, written to an outbox on disk as the product writes them, taken from there and receipted at once.</summary>
    public static async Task<Trial> RunToDiskAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("dcops-outbox-").FullName;
        try
        {
            var options = new DeliveryOptions();
            using var outbox = Outbox.Open(new() { Folder = folder, Collector = "benchmark" }, TimeProvider.System, NullLogger<Outbox>.Instance);
            using var batcher = new ReadingBatcher(outbox, options, TimeProvider.System, NullLogger<ReadingBatcher>.Instance);
            using var stop = new CancellationTokenSource();
            await batcher.StartAsync(CancellationToken.None);
            var receipts = Task.Run(() => ReceiptAsync(outbox, options, stop.Token), CancellationToken.None);
            var trial = await RunAsync(seconds, new CountingSink(batcher));
            await batcher.StopAsync(CancellationToken.None);
            await stop.CancelAsync();
            await receipts;
            return trial;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<Trial> RunAsync(int seconds, CountingSink sink)
    {
        using var collector = Collectors.Of(Devices, Interval, sink);
        await collector.StartAsync(CancellationToken.None);
        await Task.Delay(Warmth, TimeProvider.System);
        using var self = Process.GetCurrentProcess();
        var (requests, readings, octets, collections) = (SnmpMetrics.Requests.Value, sink.Readings, GC.GetTotalAllocatedBytes(), GC.CollectionCount(0));
        var threads = ThreadTimes.Read();
        var (polls, cpu, started) = (sink.Messages, Machine.CpuOf(self), Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        var trial = new Trial(sink.Messages - polls, Stopwatch.GetElapsedTime(started).TotalSeconds, Machine.CpuOf(self) - cpu);
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{(SnmpMetrics.Requests.Value - requests) / trial.Polls:0.00} requests and {(sink.Readings - readings) / (double)trial.Polls:0.0} readings a poll; {(GC.GetTotalAllocatedBytes() - octets) / trial.Polls} octets allocated a poll, {GC.CollectionCount(0) - collections} collections"));
        ThreadTimes.PrintSince(threads, trial.Polls, Console.Error);
        await collector.StopAsync(CancellationToken.None);
        return trial;
    }

    // A silo that answers at once: the way to it is none of the collector's cost of a poll.
    static async Task ReceiptAsync(Outbox outbox, DeliveryOptions options, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var batches = await outbox.ReadAsync(options.MostBatchesPerDelivery, options.MostBytesPerDelivery, stop);
                outbox.Settle([.. batches.Select(entry => entry.Batch.Sequence)]);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end of the run.
        }
    }
}
