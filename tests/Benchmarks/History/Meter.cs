using System.Diagnostics;

namespace DcOps.Benchmarks.History;

/// <summary>Wall time and this process's user and system time since the start.</summary>
readonly struct Meter
{
    readonly long _started;
    readonly TimeSpan _cpu;

    Meter(long started, TimeSpan cpu)
    {
        _started = started;
        _cpu = cpu;
    }

    public TimeSpan Wall => Stopwatch.GetElapsedTime(_started);

    public TimeSpan Cpu => CpuSoFar() - _cpu;

    public static Meter Start() => new(Stopwatch.GetTimestamp(), CpuSoFar());

    static TimeSpan CpuSoFar()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
