using System.Globalization;
using DcOps.Benchmarks.Snmp.Peers;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Product, peers and ceiling, one after the other against the same agents.</summary>
static class PollTable
{
    const int Devices = 10_000;
    const int Rounds = 3;

    static readonly (string Name, Func<int, Task<Trial>> Run)[] UserCandidates =
    [
        ("dcops engine, v3, flat out", seconds => OwnAsync("user-engine-alone", seconds)),
        ("prometheus-snmp-exporter, v3", Exporter.RunUserAsync),
        ("snmpbulkwalk, v3, 4 side by side", BulkWalk.RunUserAsync),
    ];

    static readonly (string Name, Func<int, Task<Trial>> Run)[] Candidates =
    [
        ("dcops engine, 36 values, flat out", seconds => OwnAsync("engine-alone", seconds)),
        ("dcops collector, to its outbox on disk", seconds => OwnAsync("collector-alone", seconds)),
        ("dcops collector, to its readings", seconds => OwnAsync("readings-alone", seconds)),
        ("collectd snmp, one GET of 28 numbers", Collectd.RunAsync),
        ("collectd snmp, the same and its csv writer", Collectd.RunToDiskAsync),
        ("prometheus-snmp-exporter, walk of 35", Exporter.RunAsync),
        ("snmpbulkwalk, 4 side by side", BulkWalk.RunAsync),
        ("snmppoll in C, one by one (ceiling)", Ceiling.RunAsync),
        ("snmppoll in C, 64 a call (ceiling)", Ceiling.RunTogetherAsync),
        ("snmppoll in C, at the same rate (floor)", Ceiling.RunAtRateAsync),
    ];

    /// <summary>
    /// Three rounds, in each of which every candidate has its turn: on a machine that others use too, a candidate's best round is
    /// the one in which it was disturbed least, and the range says how much it was.
    /// </summary>
    /// <param name="part">Of a candidate's name, or several with | between them; empty for all of them.</param>
    public static Task PrintAsync(int seconds, string part) => PrintAsync(
        seconds,
        [.. Candidates.Where(entry => part.Split('|').Any(each => entry.Name.Contains(each, StringComparison.Ordinal)))],
        async () => await Agents.StartAsync(Devices));

    /// <summary>SNMPv3 with SHA-256 and AES-128; collectd knows no SHA-256.</summary>
    public static Task PrintUserAsync(int seconds) => PrintAsync(seconds, UserCandidates, async () => await UserAgents.StartAsync());

    static async Task PrintAsync(int seconds, (string Name, Func<int, Task<Trial>> Run)[] candidates, Func<Task<IAsyncDisposable>> start)
    {
        var trials = candidates.ToDictionary(entry => entry.Name, _ => new List<Trial>(), StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, run) in candidates)
            {
                await using var agents = await start();
                trials[name].Add(await run(seconds));
            }
        }

        Console.WriteLine($"load at the end {File.ReadAllText("/proc/loadavg").Split(' ')[0]}; best of {Rounds} rounds, and the range");
        Console.WriteLine("candidate | polls/s | CPU per poll | polls per CPU-second | range");
        foreach (var (name, all) in trials)
        {
            var best = all.MaxBy(trial => trial.PollsPerCpuSecond);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} | {best.Polls / best.Seconds:0} | {1e6 * best.CpuSeconds / best.Polls:0.0} µs | {best.PollsPerCpuSecond:0} | {all.Min(trial => trial.PollsPerCpuSecond):0} to {best.PollsPerCpuSecond:0}"));
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
