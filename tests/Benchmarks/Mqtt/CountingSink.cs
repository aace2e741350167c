using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>Counts messages on their way to the next sink; without one they end here.</summary>
sealed class CountingSink(IReadingSink? next) : IReadingSink
{
    long _messages;
    long _readings;

    public long Messages => Interlocked.Read(ref _messages);

    public long Readings => Interlocked.Read(ref _readings);

    public ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken)
    {
        Count(readings);
        return next?.AddAsync(readings, cancellationToken) ?? ValueTask.CompletedTask;
    }

    public Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken)
    {
        Count(readings);
        return next?.KeepAsync(readings, cancellationToken) ?? Task.CompletedTask;
    }

    void Count(DeviceReadings readings)
    {
        Interlocked.Increment(ref _messages);
        Interlocked.Add(ref _readings, readings.Readings.Length);
    }
}
