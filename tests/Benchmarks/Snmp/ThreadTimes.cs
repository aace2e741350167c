using System.Globalization;

namespace DcOps.Benchmarks.Snmp;

/// <summary>User and system time of this process by the names of its threads, s (proc(5), fields 14 and 15 of a task's stat).</summary>
sealed class ThreadTimes
{
    const double TicksPerSecond = 100;
    readonly Dictionary<string, (double User, double System)> _times = new(StringComparer.Ordinal);

    ThreadTimes()
    {
    }

    public static ThreadTimes Read()
    {
        var read = new ThreadTimes();
        foreach (var task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (TryRead(Path.Combine(task, "stat")) is not { } stat)
                continue;

            var name = stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..stat.LastIndexOf(')')];
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var (user, system) = read._times.GetValueOrDefault(name);
            read._times[name] = (user + Seconds(fields[11]), system + Seconds(fields[12]));
        }

        return read;
    }

    /// <summary>Prints what each name took since, µs a poll.</summary>
    public static void PrintSince(ThreadTimes before, long polls, TextWriter output)
    {
        output.WriteLine("thread | user, µs a poll | kernel, µs a poll");
        foreach (var (name, time) in Read()._times.OrderByDescending(entry => entry.Value.User + entry.Value.System))
        {
            var (user, system) = before._times.GetValueOrDefault(name);
            var (userMicroseconds, systemMicroseconds) = (1e6 * (time.User - user) / polls, 1e6 * (time.System - system) / polls);
            if (userMicroseconds + systemMicroseconds >= 0.05)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} | {userMicroseconds:0.0} | {systemMicroseconds:0.0}"));
        }
    }

    static double Seconds(string ticks) => double.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond;

    // Null for a thread that has just ended.
    static string? TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
