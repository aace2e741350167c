using System.Diagnostics;

namespace DcOps.Benchmarks.Snmp;

/// <summary>The whole collector at a rate: schedule, engine, profile, readings in canonical units.</summary>
static class CollectorPolls
{
    const int Devices = 8_000;

    public static async Task<Trial> RunAsync(int seconds)
    {
        var sink = new CountingSink();
        using var collector = Collectors.Of(Devices, TimeSpan.FromSeconds(1), sink);
        await collector.StartAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System);
        using var self = Process.GetCurrentProcess();
        var (polls, cpu, started) = (sink.Messages, Machine.CpuOf(self), Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        var trial = new Trial(sink.Messages - polls, Stopwatch.GetElapsedTime(started).TotalSeconds, Machine.CpuOf(self) - cpu);
        await collector.StopAsync(CancellationToken.None);
        return trial;
    }
}
