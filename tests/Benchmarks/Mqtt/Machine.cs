using System.Globalization;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>The machine that is measured on.</summary>
static class Machine
{
    const double TicksPerSecond = 100;

    public static void Print() => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, load {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3])}, .NET {Environment.Version}"));

    /// <summary>User and system time of a process so far, s (fields 14 and 15 of proc(5) stat).</summary>
    public static double CpuOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
