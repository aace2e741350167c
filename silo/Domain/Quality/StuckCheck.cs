using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>Registers that stand still though they once counted: a stuck meter looks like one without load.</summary>
public static class StuckCheck
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Stretches of more than 24 hours on one position above zero, by time.</summary>
    /// <param name="readings">By time.</param>
    public static IEnumerable<BusinessPeriod> Stretches(IEnumerable<RegisterReading> readings)
    {
        RegisterReading? first = null;
        var last = default(RegisterReading);
        foreach (var reading in readings)
        {
            if (first is { } start && reading.Position != start.Position)
            {
                if (IsStuck(start, last))
                    yield return new(start.At, last.At);
                first = reading;
            }

            first ??= reading;
            last = reading;
        }

        if (first is { } open && IsStuck(open, last))
            yield return new(open.At, last.At);
    }

    static bool IsStuck(in RegisterReading first, in RegisterReading last) => first.Position > 0 && last.At - first.At > Longest;
}
