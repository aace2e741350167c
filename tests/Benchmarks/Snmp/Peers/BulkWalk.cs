using System.Diagnostics;
using System.Globalization;

namespace DcOps.Benchmarks.Snmp.Peers;

/// <summary>net-snmp's command, a process a device.</summary>
static class BulkWalk
{
    const int SideBySide = 4;

    public static Task<Trial> RunAsync(int seconds) => RunAsync(seconds, "-v2c -c public");

    /// <summary>SNMPv3 with SHA-256 and AES-128.</summary>
    public static Task<Trial> RunUserAsync(int seconds) => RunAsync(
        seconds, $"-v3 -l authPriv -u {UserAgents.UserName} -a SHA-256 -A {UserAgents.AuthenticationPassword} -x AES -X {UserAgents.PrivacyPassword}");

    static async Task<Trial> RunAsync(int seconds, string security)
    {
        var workers = Enumerable.Range(0, SideBySide).Select(worker => RunAsync(seconds, worker, security)).ToArray();
        var trials = await Task.WhenAll(workers);
        return new(trials.Sum(trial => trial.Polls), trials.Max(trial => trial.Seconds), trials.Sum(trial => trial.CpuSeconds));
    }

    static async Task<Trial> RunAsync(int seconds, int worker, string security)
    {
        var address = Agents.AddressOf(worker);
        var script = string.Create(
            CultureInfo.InvariantCulture,
            $"n=0; end=$((SECONDS+{seconds})); while [ $SECONDS -lt $end ]; do snmpbulkwalk {security} -Cr50 -On -m '' {address} {Objects.Root} >/dev/null; n=$((n+1)); done; echo $n; cat /proc/$$/stat");
        var started = Stopwatch.GetTimestamp();
        using var child = Child.Start("bash", "-c", script).PassErrors();
        var polls = long.Parse((await child.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var cpu = Machine.CpuOfChildren((await child.StandardOutput.ReadLineAsync())!);
        await child.WaitForExitAsync();
        return new(polls, Stopwatch.GetElapsedTime(started).TotalSeconds, cpu);
    }
}
