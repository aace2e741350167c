using System.Threading.Channels;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Snmp.Tests.Polling;

/// <summary>A sink that the test empties.</summary>
sealed class ReadingTray : IReadingSink
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    readonly Channel<DeviceReadings> _readings = Channel.CreateUnbounded<DeviceReadings>();

    public int Waiting => _readings.Reader.Count;

    public ValueTask AddAsync(DeviceReadings readings, CancellationToken cancellationToken) =>
        _readings.Writer.WriteAsync(readings, cancellationToken);

    public async Task KeepAsync(DeviceReadings readings, CancellationToken cancellationToken) =>
        await AddAsync(readings, cancellationToken);

    public async Task<DeviceReadings> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return await _readings.Reader.ReadAsync(limit.Token);
    }
}
