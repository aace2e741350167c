using System.Diagnostics;
using System.Globalization;

namespace DcOps.Benchmarks.Snmp;

/// <summary>The machine that is measured on, and what a process has used of it.</summary>
static class Machine
{
    const double TicksPerSecond = 100;

    public static void Print() => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, load {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3])}, .NET {Environment.Version}"));

    /// <summary>User and system time, s.</summary>
    public static double CpuOf(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>User and system time of the ended children of a process, s (fields 16 and 17 of proc(5) stat).</summary>
    public static double CpuOfChildren(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Resident memory of this process, octets.</summary>
    public static long Resident()
    {
        var line = File.ReadLines("/proc/self/status").First(each => each.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
