using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Counts readings and hands them on.</summary>
/// <param name="next">Null: they are let go.</param>
sealed class CountingSink(IReadingSink? next = null) : IReadingSink
{
    long _messages;
    long _readings;

    public long Messages => Interlocked.Read(ref _messages);

    public long Readings => Interlocked.Read(ref _readings);

    public ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _messages);
        Interlocked.Add(ref _readings, readings.Readings.Length);
        return next?.AddAsync(readings, cancellationToken) ?? ValueTask.CompletedTask;
    }

    public Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken) =>
        AddAsync(readings, cancellationToken).AsTask();
}
