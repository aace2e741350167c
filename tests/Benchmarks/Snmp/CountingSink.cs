using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Takes readings and counts them.</summary>
sealed class CountingSink : IReadingSink
{
    long _messages;
    long _readings;

    public long Messages => Interlocked.Read(ref _messages);

    public long Readings => Interlocked.Read(ref _readings);

    public ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _messages);
        Interlocked.Add(ref _readings, readings.Readings.Length);
        return ValueTask.CompletedTask;
    }

    public Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken) =>
        AddAsync(readings, cancellationToken).AsTask();
}
