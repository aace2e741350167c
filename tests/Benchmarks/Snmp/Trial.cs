using System.Globalization;

namespace DcOps.Benchmarks.Snmp;

/// <summary>What one candidate did.</summary>
/// <param name="CpuSeconds">User and system time of the candidate alone.</param>
readonly record struct Trial(long Polls, double Seconds, double CpuSeconds)
{
    public double PollsPerCpuSecond => Polls / CpuSeconds;

    public static Trial Parse(string line)
    {
        var parts = line.Trim().Split(' ');
        return new(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            double.Parse(parts[1], CultureInfo.InvariantCulture),
            double.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Polls} {Seconds:R} {CpuSeconds:R}");
}
