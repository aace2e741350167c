namespace DcOps.Domain.Telemetry;

/// <summary>
/// What is live at one location while the readings in order lag behind after an outage: the newest of both lanes. It ends
/// when the order has caught up, and is never saved; the next batch ahead makes it anew.
/// </summary>
sealed class AheadView
{
    PointTable? _points;
    DateTimeOffset _newestAt;

    /// <summary>The points to show.</summary>
    /// <param name="ordered">What the readings in order have come to.</param>
    public PointTable Of(PointTable ordered) => _points ?? ordered;

    /// <summary>Takes readings that came ahead of the order.</summary>
    /// <param name="taken">Receives those that were new.</param>
    public ReadingCounts Take(ReadOnlySpan<Reading> readings, PointTable ordered, DateTimeOffset receivedAt, List<Reading> taken)
    {
        var counts = default(ReadingCounts);
        foreach (ref readonly var reading in readings)
        {
            var points = Of(ordered);
            var outcome = points.Judge(reading, receivedAt);
            counts = counts.Plus(outcome);
            if (outcome is not (ReadingOutcome.Accepted or ReadingOutcome.Unusable))
                continue;

            _points ??= new(ordered.Save());
            _points.Keep(reading);
            taken.Add(reading);
            if (reading.ObservedAt > _newestAt)
                _newestAt = reading.ObservedAt;
        }

        return counts;
    }

    /// <summary>Notes a reading that was taken in order.</summary>
    public void Follow(in Reading reading, DateTimeOffset receivedAt)
    {
        if (_points is null)
            return;

        if (reading.ObservedAt >= _newestAt)
            (_points, _newestAt) = (null, default);
        else if (_points.Judge(reading, receivedAt) is ReadingOutcome.Accepted or ReadingOutcome.Unusable)
            _points.Keep(reading);
    }
}
