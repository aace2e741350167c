using System.Threading.Channels;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>A sink whose disk is a list; the test decides when it is flushed.</summary>
sealed class RecordingSink : IReadingSink
{
    readonly Channel<DeviceReadings> _taken = Channel.CreateUnbounded<DeviceReadings>();

    /// <summary>What each promise to keep waits for.</summary>
    public Task Flushed { get; set; } = Task.CompletedTask;

    public ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken) =>
        _taken.Writer.WriteAsync(readings, cancellationToken);

    public async Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken)
    {
        _taken.Writer.TryWrite(readings);
        await Flushed.WaitAsync(cancellationToken);
    }

    /// <summary>The next readings, waited for.</summary>
    public ValueTask<DeviceReadings> NextAsync() => _taken.Reader.ReadAsync(Patience.Token);

    /// <summary>What was taken and not asked for yet.</summary>
    public int Waiting => _taken.Reader.Count;
}
