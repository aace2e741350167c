using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>Counts messages on their way to the next sink; without one they end here.</summary>
sealed class CountingSink(IReadingSink? next) : IReadingSink
{
    long _messages;
    long _readings;
    long _firstAt;
    long _lastAt;

    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>From the first message since <see cref="Begin"/> to the last, s.</summary>
    public double BusySeconds => _firstAt == 0 ? 0 : (Interlocked.Read(ref _lastAt) - Interlocked.Read(ref _firstAt)) / (double)TimeProvider.System.TimestampFrequency;

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

    /// <summary>Counts anew.</summary>
    public void Begin() => (_messages, _readings, _firstAt) = (0, 0, 0);

    void Count(DeviceReadings readings)
    {
        var now = TimeProvider.System.GetTimestamp();
        Interlocked.CompareExchange(ref _firstAt, now, 0);
        Interlocked.Exchange(ref _lastAt, now);
        Interlocked.Increment(ref _messages);
        Interlocked.Add(ref _readings, readings.Readings.Length);
    }
}
