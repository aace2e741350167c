using System.Globalization;

namespace DcOps.Benchmarks.AlarmLatency;

/// <summary>What came of a run, with the machine it ran on.</summary>
static class LatencyTable
{
    public static void Print(List<Probe> probes, int asked, double reached, double cores, bool hasPair)
    {
        Say($"");
        Say($"{Environment.ProcessorCount} cores, load of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}, .NET {Environment.Version}; {reached:N0} rack updates/s of 8 values (asked {asked:N0}), silo {cores:0.0} cores; {probes.Count} alarms one after another");
        Say($"| from the value to | arrived | median ms | p90 ms | p99 ms | longest ms |");
        Say($"|---|---:|---:|---:|---:|---:|");
        Row("alarm on the page", probes.Select(probe => probe.OursMilliseconds));
        if (hasPair)
            Row("Prometheus + Alertmanager, its receiver", probes.Select(probe => probe.PairMilliseconds));
    }

    static void Row(string name, IEnumerable<double?> times)
    {
        var all = times.ToList();
        var known = all.OfType<double>().Order().ToList();
        if (known.Count > 0)
            Say($"| {name} | {known.Count} of {all.Count} | {At(known, 0.5):N1} | {At(known, 0.9):N1} | {At(known, 0.99):N1} | {known[^1]:N1} |");
    }

    static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
