using System.Diagnostics;
using System.Net;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests;

/// <summary>net-snmp's own clients, asked for a line an object.</summary>
static class NetSnmp
{
    /// <returns>What it printed, errors included, line by line.</returns>
    public static async Task<string[]> RunAsync(string program, IPEndPoint agent, params string[] arguments)
    {
        var start = new ProcessStartInfo(ExternalProgram.Find(program, "snmp"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var split = Array.FindLastIndex(arguments, argument => !argument.StartsWith('.')) + 1;
        foreach (var argument in (string[])[.. arguments[..split], "-On", "-r", "1", "-t", "5", agent.ToString(), .. arguments[split..]])
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (printed + await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
