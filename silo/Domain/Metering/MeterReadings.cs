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
    /// Readings of a period and the nearest ones on both sides, so that its ends can be interpolated; one per instant,
    /// the lowest position where several contradict each other, for energy is never invented.
    /// </summary>
    public RegisterReading[] Around(DateTimeOffset from, DateTimeOffset to)
    {
        var distinct = new List<RegisterReading>();
        foreach (var reading in _readings)
        {
            if (distinct is [.., var last] && last.At == reading.At)
                continue;
            if (reading.At <= from)
                distinct.Clear();
            distinct.Add(reading);
            if (reading.At >= to)
                break;
        }

        return [.. distinct];
    }

    /// <summary>Instants at which the meter is said to have shown two things.</summary>
    public int Contradictions => _readings.CountBy(reading => reading.At).Count(instant => instant.Value > 1);
}
