using System.Globalization;
using DcOps.Benchmarks.Snmp.Peers;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Product, peers and ceiling, one after the other against the same agents.</summary>
static class PollTable
{
    const int Devices = 10_000;

    static readonly (string Name, Func<int, Task<Trial>> Run)[] Candidates =
    [
        ("dcops engine, 36 values, flat out", seconds => OwnAsync("engine-alone", seconds)),
        ("dcops collector, profile and readings", seconds => OwnAsync("collector-alone", seconds)),
        ("collectd snmp, one GET of 28 numbers", Collectd.RunAsync),
        ("prometheus-snmp-exporter, walk of 35", Exporter.RunAsync),
        ("snmpbulkwalk, 4 side by side", BulkWalk.RunAsync),
        ("snmppoll in C, GETBULK (ceiling)", Ceiling.RunAsync),
    ];

    /// <param name="part">Of a candidate's name; empty for all of them.</param>
    public static async Task PrintAsync(int seconds, string part)
    {
        Console.WriteLine("candidate | polls/s | CPU per poll | polls per CPU-second");
        foreach (var (name, run) in Candidates.Where(entry => entry.Name.Contains(part, StringComparison.Ordinal)))
        {
            await using var agents = await Agents.StartAsync(Devices);
            var trial = await run(seconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} | {trial.Polls / trial.Seconds:0} | {1e6 * trial.CpuSeconds / trial.Polls:0.0} µs | {trial.PollsPerCpuSecond:0}"));
        }
    }

    static async Task<Trial> OwnAsync(string command, int seconds)
    {
        using var child = Child.Start(Environment.ProcessPath!, command, seconds.ToString(CultureInfo.InvariantCulture)).PassErrors();
        var printed = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return Trial.Parse(printed);
    }
}
