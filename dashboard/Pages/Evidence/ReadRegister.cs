using DcOps.Domain.Metering;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>A raw reading with what the register algorithm understood it as.</summary>
/// <param name="Step">How far the register moved since the reading before, in its own unit; null for the first.</param>
public readonly record struct ReadRegister(RegisterReading Reading, double? Step, RegisterVerdict Verdict)
{
    /// <summary>Plain progress where the ledger notes nothing else.</summary>
    /// <param name="readings">By time.</param>
    /// <param name="events">What the ledger noted, by time; of several at one instant the last stands.</param>
    public static IEnumerable<ReadRegister> Of(IEnumerable<RegisterReading> readings, IEnumerable<MeterEvent> events)
    {
        var noted = new Dictionary<(DateTimeOffset, double), RegisterVerdict>();
        foreach (var each in events)
            noted[(each.At, each.Position)] = each.Verdict;
        RegisterReading? before = null;
        foreach (var reading in readings)
        {
            var verdict = noted.TryGetValue((reading.At, reading.Position), out var known) ? known : RegisterVerdict.Advanced;
            yield return new(reading, reading.Position - before?.Position, verdict);
            before = reading;
        }
    }
}
