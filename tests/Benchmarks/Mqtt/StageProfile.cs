using System.Diagnostics;
using System.Globalization;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>Where a process spends its processor time: the stacks of Linux' <c>perf</c>, counted by stage of the message's path.</summary>
sealed class StageProfile : IDisposable
{
    const string Elsewhere = "elsewhere in the runtime";

    // The innermost frame that names a stage decides. In the order in which they are tried for one frame.
    static readonly (string Frame, string Stage)[] Stages =
    [
        (".NET Server GC", "garbage collection"),
        (".NET BGC", "garbage collection"),
        (".NET Tiered Com", "compiling, of the first minutes alone"),
        ("[MQTTnet] ", "socket and MQTTnet"),
        ("[DcOps.Collectors.Mqtt] DcOps.Collectors.Mqtt.Mapping", "JSON to readings"),
        ("[DcOps.Collectors.Mqtt] DcOps.Collectors.Mqtt.Receiving", "queue of messages"),
        ("[DcOps.Collectors.Mqtt] ", "connection"),
        ("Delivery.ReadingBatcher", "batcher"),
        ("Delivery.GatheringBatches", "batcher"),
        ("Delivery.OpenBatch", "batcher"),
        ("PipelineMetrics", "batcher"),
        ("Delivery.OutboxPump", "pump of the outbox"),
        ("Delivery.DeliverySession", "pump of the outbox"),
        ("[DcOps.Collectors.Pipeline] ", "outbox on disk"),
        ("[DcOps.Silo.Host] DcOps.Silo.Host.Ingest", "ingest"),
        ("[DcOps.Silo.Host] DcOps.Silo.Host.Checkpoints", "checkpoints"),
        ("[DcOps.Domain] DcOps.Domain.Telemetry.ReadingBatchCodec", "outbox on disk"),
        ("[DcOps.Domain] ", "rooms' fold"),
        ("[DcOps.Grains] ", "grains"),
        ("[DcOps.History] ", "history"),
        ("libduckdb", "history"),
        ("[Orleans", "actor runtime"),
        ("[DcOps.Dashboard] ", "dashboard"),
        ("[prometheus-net", "metrics page"),
        ("LowLevelLifoSemaphore", "thread pool: idle workers that spin"),
        ("PortableThreadPool", "thread pool"),
        ("ThreadPoolWorkQueue", "thread pool"),
        ("System.Net.Sockets", "socket and MQTTnet"),
        ("__libc_recv", "socket and MQTTnet"),
        ("tcp_recvmsg", "socket and MQTTnet"),
        ("epoll_wait", "socket and MQTTnet"),
    ];

    readonly Process _perf;
    readonly string _file;

    StageProfile(Process perf, string file) => (_perf, _file) = (perf, file);

    /// <summary>Begins to take samples of all threads; the process must write perf's map of its compiled methods.</summary>
    public static StageProfile Start(int process, string folder)
    {
        var file = Path.Combine(folder, "perf.data");
        return new(
            Process.Start(new ProcessStartInfo(
                "perf", ["record", "-q", "-F", "499", "--call-graph", "fp", "-o", file, "-p", process.ToString(CultureInfo.InvariantCulture)]))!,
            file);
    }

    /// <summary>Ends the sampling and prints the stages, the dearest first.</summary>
    /// <param name="microseconds">What a message costs in all: shared out in proportion to the samples.</param>
    public async Task PrintAsync(double microseconds)
    {
        using (var kill = Process.Start("kill", ["-INT", _perf.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _perf.WaitForExitAsync();
        var stages = await CountAsync();
        double all = stages.Values.Sum();
        Console.WriteLine();
        Console.WriteLine("| stage | share % | CPU, µs a message |");
        Console.WriteLine("|---|--:|--:|");
        foreach (var (stage, samples) in stages.OrderByDescending(entry => entry.Value))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {stage} | {100 * samples / all:0.0} | {microseconds * samples / all:0.0} |"));
    }

    public void Dispose()
    {
        if (!_perf.HasExited)
            _perf.Kill();
        _perf.Dispose();
    }

    // perf script: a line of the sample, its frames from the innermost outwards, an empty line.
    async Task<Dictionary<string, int>> CountAsync()
    {
        using var script = Process.Start(new ProcessStartInfo("perf", ["script", "-i", _file, "-F", "comm,ip,sym,dso"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = script.StandardError.ReadToEndAsync();
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        string? stage = null;
        var isInSample = false;
        while (await script.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
            {
                isInSample = true;
                stage ??= Stages.FirstOrDefault(known => line.Contains(known.Frame, StringComparison.Ordinal)).Stage;
            }
            else if (isInSample)
            {
                counts[stage ?? Elsewhere] = counts.GetValueOrDefault(stage ?? Elsewhere) + 1;
                (stage, isInSample) = (null, false);
            }
        }

        await script.WaitForExitAsync();
        return counts;
    }
}
