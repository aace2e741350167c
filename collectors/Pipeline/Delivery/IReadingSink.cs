using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Where a collector hands its readings on. Safe for any number of callers at once.</summary>
public interface IReadingSink
{
    /// <summary>Takes the readings; writes to disk itself when too many have gathered, which is the back-pressure.</summary>
    ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the readings and completes when they would survive <c>kill -9</c> and a power cut: what may now be
    /// acknowledged to a broker. Takes as long as a flush of the disk; do not call it one message at a time.
    /// </summary>
    /// <exception cref="IOException">The disk did not take them; they may arrive all the same.</exception>
    Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken);
}
