using System.Threading.Channels;
using DcOps.Collectors.Snmp.Events;

namespace DcOps.Collectors.Snmp.Tests.Traps;

/// <summary>A sink that the test empties, and that refuses as a full disk does when it is told to.</summary>
sealed class KeptEvents : IEventSink
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    readonly Channel<DeviceEvent> _events = Channel.CreateUnbounded<DeviceEvent>();

    public bool IsFull { get; set; }

    public int Waiting => _events.Reader.Count;

    public async Task KeepAsync(IReadOnlyList<DeviceEvent> events, CancellationToken cancellationToken)
    {
        if (IsFull)
            throw new IOException("No space left on device");
        foreach (var each in events)
            await _events.Writer.WriteAsync(each, cancellationToken);
    }

    public async Task<DeviceEvent> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return await _events.Reader.ReadAsync(limit.Token);
    }
}
