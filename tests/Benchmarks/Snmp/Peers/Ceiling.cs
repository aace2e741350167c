using System.Globalization;
using System.Text.Json;

namespace DcOps.Benchmarks.Snmp.Peers;

/// <summary>A bare poller in C, one GETBULK a device; no profile, no readings, no outbox: what the network itself costs.</summary>
static class Ceiling
{
    /// <summary>Flat out, a datagram a system call.</summary>
    public static Task<Trial> RunAsync(int seconds) => RunAsync(seconds, devices: 2_000, "--batch", "1");

    /// <summary>Flat out, many datagrams a system call.</summary>
    public static Task<Trial> RunTogetherAsync(int seconds) => RunAsync(seconds, devices: 2_000, "--batch", "64");

    /// <summary>The same at the rate of those candidates that have a schedule.</summary>
    public static Task<Trial> RunAtRateAsync(int seconds) => RunAsync(
        seconds, CollectorPolls.Devices, "--batch", "64", "--rate", Text((int)(CollectorPolls.Devices / CollectorPolls.Interval.TotalSeconds)));

    static async Task<Trial> RunAsync(int seconds, int devices, params string[] options)
    {
        using var child = Child.Start(
            Tools.Of("snmppoll"),
            ["--port", Text(Agents.Port), "--devices", Text(devices), "--duration", Text(seconds), "--window", "256", .. options]).PassErrors();
        var printed = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        var said = JsonDocument.Parse(printed).RootElement;
        var polls = said.GetProperty("polls").GetInt64();
        return new(polls, polls / said.GetProperty("polls_per_s").GetDouble(), said.GetProperty("cpu_s").GetDouble());
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
