using System.Globalization;
using System.Runtime.InteropServices;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Benchmarks.Snmp;

/// <summary>How late the living are polled while a tenth of all devices is silent: time between two readings of a device, less the interval.</summary>
static class SilentDevices
{
    const int Devices = 10_000;
    const int Silent = 1_000;
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static async Task PrintAsync(int seconds)
    {
        await using var agents = await Agents.StartAsync(Devices, Silent);
        var sink = new IntervalSink();
        using var collector = Collectors.Of(Devices, Interval, sink);
        await collector.StartAsync(CancellationToken.None);
        await Task.Delay(Interval * 2, TimeProvider.System);
        sink.Forget();
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        var late = sink.Lateness();
        var silent = collector.Devices.Count(device => device.Answered == 0);
        await collector.StopAsync(CancellationToken.None);
        Console.WriteLine("devices | silent | interval | polls of the living | late p50 | p99 | worst");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Devices} | {silent} | {Interval.TotalSeconds} s | {late.Count} | {At(late, 0.5):0.000} s | {At(late, 0.99):0.000} s | {late[^1]:0.000} s"));
    }

    static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    sealed class IntervalSink : IReadingSink
    {
        readonly Lock _lock = new();
        readonly Dictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);
        readonly List<double> _late = [];

        public void Forget()
        {
            lock (_lock)
                _late.Clear();
        }

        public List<double> Lateness()
        {
            lock (_lock)
            {
                CollectionsMarshal.AsSpan(_late).Sort();
                return _late;
            }
        }

        public ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken)
        {
            var at = readings.Readings[0].ObservedAt;
            lock (_lock)
            {
                var device = readings.Device.Location.Path;
                if (_last.TryGetValue(device, out var before))
                    _late.Add((at - before - Interval).TotalSeconds);
                _last[device] = at;
            }

            return ValueTask.CompletedTask;
        }

        public Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken) =>
            AddAsync(readings, cancellationToken).AsTask();
    }
}
