using System.Diagnostics;
using DcOps.Testing;

namespace DcOps.Simulator.Tests.Agents;

/// <summary>Asks an agent with net-snmp's own command-line programs.</summary>
static class Walked
{
    /// <summary>Runs snmpget, snmpbulkwalk … and returns its lines; skips the test where net-snmp is not installed.</summary>
    /// <param name="arguments">Before the address: version, credentials.</param>
    public static async Task<(int ExitCode, string[] Lines)> RunAsync(
        string program, string arguments, string address, string names, CancellationToken cancellationToken)
    {
        var path = ExternalProgram.Find(program, "snmp");
        string[] words = ["-On", "-Oe", "-Ot", "-r", "0", "-t", "2", .. Words(arguments), address, .. Words(names)];
        using var process = new Process
        {
            StartInfo = new(path, words) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var text = await output + await errors;
        return (process.ExitCode, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
