namespace DcOps.Domain.Metering;

/// <summary>
/// Every reading of one meter's register, each once, by time. It is a set: no order of arrival, repetition or delay changes it.
/// </summary>
public sealed class MeterReadings
{
    readonly SortedSet<RegisterReading> _readings = [];

    public int Count => _readings.Count;

    /// <summary>By time; several of one instant by their order.</summary>
    public IReadOnlyCollection<RegisterReading> All => _readings;

    /// <summary>False when the reading was already there.</summary>
    public bool Add(in RegisterReading reading) => _readings.Add(reading);

    /// <summary>
    /// From the reading before an instant to the one after it: what a reading at the instant has a say in.
    /// </summary>
    public (DateTimeOffset From, DateTimeOffset To) NeighboursOf(DateTimeOffset at)
    {
        // The nearest alone is asked for: counting a view would walk it. An empty view's nearest is the default reading.
        var before = Between(DateTimeOffset.MinValue, at.AddTicks(-1)).Max;
        var after = Between(at.AddTicks(1), DateTimeOffset.MaxValue).Min;
        return (before == default ? at : before.At, after == default ? at : after.At);
    }

    /// <summary>
    /// Readings of a period and the nearest ones on both sides, so that its ends can be interpolated; one per instant,
    /// the lowest position where several contradict each other, for energy is never invented.
    /// </summary>
    public RegisterReading[] Around(DateTimeOffset from, DateTimeOffset to)
    {
        var nearest = (From: NeighboursOf(from.AddTicks(1)).From, To: NeighboursOf(to.AddTicks(-1)).To);
        var distinct = new List<RegisterReading>();
        foreach (var reading in Between(nearest.From, nearest.To))
        {
            if (distinct is not [.., var last] || last.At != reading.At)
                distinct.Add(reading);
        }

        return [.. distinct];
    }

    /// <summary>Instants at which the meter is said to have shown two things.</summary>
    public int Contradictions => _readings.CountBy(reading => reading.At).Count(instant => instant.Value > 1);

    SortedSet<RegisterReading> Between(DateTimeOffset from, DateTimeOffset to) =>
        _readings.GetViewBetween(new(from, double.MinValue), new(to, double.MaxValue, "\uffff"));
}
