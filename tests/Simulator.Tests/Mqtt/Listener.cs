using System.Threading.Channels;
using DcOps.Collectors.Mqtt.Publishing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Simulator.Tests.Mqtt;

/// <summary>Hears everything of a filter at a broker, in order, from the moment it exists.</summary>
sealed class Listener : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Channel<(string Topic, byte[] Payload)> _heard = Channel.CreateUnbounded<(string, byte[])>();
    readonly CancellationTokenSource _stop = new();
    readonly PublisherLink _link;
    Task _running = Task.CompletedTask;

    Listener(int port, string filter) => _link = new(
        new("127.0.0.1", port, $"listener-{Guid.NewGuid():N}")
        {
            Subscriptions = [filter],
            Received = (topic, payload) => _heard.Writer.WriteAsync((topic, payload)).AsTask(),
        },
        TimeProvider.System,
        NullLogger<PublisherLink>.Instance);

    public static async Task<Listener> StartAsync(int port, string filter, CancellationToken cancellationToken)
    {
        var listener = new Listener(port, filter);
        var subscribed = new TaskCompletionSource();
        listener._running = listener._link.RunAsync(
            _ =>
            {
                subscribed.TrySetResult();
                return Task.CompletedTask;
            },
            listener._stop.Token);
        await subscribed.Task.WaitAsync(Patience, cancellationToken);
        return listener;
    }

    /// <summary>The next message; fails when none comes within half a minute.</summary>
    public async Task<(string Topic, byte[] Payload)> NextAsync(CancellationToken cancellationToken) =>
        await _heard.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);

    public Task<bool> SayAsync(string topic, byte[] payload, CancellationToken cancellationToken) =>
        _link.TryPublishAsync(new(topic, payload), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
