using System.Globalization;
using System.Text.Json;

namespace DcOps.Benchmarks.Snmp.Peers;

/// <summary>A bare poller in C with a datagram a system call, as the product does; no profile, no schedule.</summary>
static class Ceiling
{
    public static async Task<Trial> RunAsync(int seconds)
    {
        using var child = Child.Start(
            Tools.Of("snmppoll"),
            "--port", Text(Agents.Port), "--devices", "2000", "--duration", Text(seconds), "--window", "256", "--batch", "1").PassErrors();
        var printed = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        var said = JsonDocument.Parse(printed).RootElement;
        var polls = said.GetProperty("polls").GetInt64();
        return new(polls, polls / said.GetProperty("polls_per_s").GetDouble(), said.GetProperty("cpu_s").GetDouble());
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
