using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>Shows a book what rules ask that no single reading tells: a trend, a silence, a group. One writer, no clock.</summary>
public interface IAlarmWatch
{
    /// <summary>Takes the new readings of one batch.</summary>
    /// <param name="now">When they were received.</param>
    void Observe(AlarmBook book, Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now);

    /// <summary>What the clock alone shows. Called every second or so.</summary>
    void Sweep(AlarmBook book, DateTimeOffset now);
}
