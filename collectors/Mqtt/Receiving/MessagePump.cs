using System.Threading.Channels;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Pipeline.Delivery;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace DcOps.Collectors.Mqtt.Receiving;

/// <summary>
/// Between a broker and the sink: a bounded queue of messages, mapped one by one, acknowledged in order of arrival once
/// their readings are on disk.
/// </summary>
/// <param name="capacity">Messages that may wait; the broker's receive maximum must be below it.</param>
/// <param name="listen">Subscribes to topics that a description named.</param>
/// <param name="abandon">Gives the connection up, so that the broker repeats what was not acknowledged.</param>
sealed partial class MessagePump(
    string broker, MessageReader reader, IReadingSink sink, int capacity, Action<ImmutableArray<string>> listen, Action<string> abandon, ILogger<MessagePump> logger)
{
    /// <summary>The disk refused: coming back at once would only ask it again.</summary>
    public const string NotKept = "not-kept";

    // However many messages may wait, together they take no more memory than this.
    const long MostBytes = 256L << 20;

    readonly Channel<ReceivedMessage> _queue = Channel.CreateBounded<ReceivedMessage>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    readonly Channel<(ReceivedMessage Message, Task Kept)> _kept = Channel.CreateBounded<(ReceivedMessage, Task)>(
        new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true });

    readonly Gauge.Child _queued = MqttMetrics.Queued.WithLabels(broker);
    readonly Gauge.Child _lastMessage = MqttMetrics.LastMessage.WithLabels(broker);
    readonly Gauge.Child _unacknowledgedGauge = MqttMetrics.Unacknowledged.WithLabels(broker);
    long _bytes;
    int _unacknowledged;
    volatile bool _isClosed;

    public RefusalJournal Journal { get; } = new(broker, logger);

    /// <summary>Never waits. A full queue drops a message of QoS 0; for one of QoS 1 it gives the connection up.</summary>
    public void Accept(ReceivedMessage message)
    {
        if (_isClosed)
            return;

        _lastMessage.Set(message.ReceivedAt.ToUnixTimeMilliseconds() / 1000.0);
        if (message.IsRepeated && Interlocked.Increment(ref _unacknowledged) > capacity)
        {
            Interlocked.Decrement(ref _unacknowledged);
            abandon("receive-maximum-exceeded");
            return;
        }

        if (Interlocked.Add(ref _bytes, message.Payload.Length) <= MostBytes && _queue.Writer.TryWrite(message))
        {
            return;
        }

        Interlocked.Add(ref _bytes, -message.Payload.Length);
        if (message.IsRepeated)
        {
            Interlocked.Decrement(ref _unacknowledged);
            abandon("queue-full");
        }
        else
        {
            Refuse(message, new(RefusalReason.QueueFull));
        }
    }

    /// <summary>Ends when it was closed and everything accepted is kept and acknowledged, or at once when cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(MapAsync(cancellationToken), AcknowledgeAsync(cancellationToken));

    /// <summary>Accepts nothing more.</summary>
    public void Close()
    {
        _isClosed = true;
        _queue.Writer.TryComplete();
    }

    async Task MapAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in _queue.Reader.ReadAllAsync(cancellationToken))
        {
            _queued.Set(_queue.Reader.Count);
            var kept = KeepAsync(message, cancellationToken);
            if (message.IsRepeated)
                await _kept.Writer.WriteAsync((message, kept), cancellationToken);
            else if (kept.IsCompletedSuccessfully)
                Interlocked.Add(ref _bytes, -message.Payload.Length);
            else
                await FinishAsync(message, kept, cancellationToken);
        }

        _kept.Writer.Complete();
    }

    /// <returns>Completes when the message need not be repeated.</returns>
    Task KeepAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        var outcome = Read(message);
        if (outcome is not MessageOutcome.Several several)
            return TakeAsync(message, outcome, cancellationToken);

        var kept = several.Parts.Select(part => TakeAsync(message, part, cancellationToken)).Where(part => !part.IsCompletedSuccessfully).ToList();
        return kept.Count == 0 ? Task.CompletedTask : Task.WhenAll(kept);
    }

    Task TakeAsync(ReceivedMessage message, MessageOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case MessageOutcome.Mapped mapped:
                Journal.Count(message.Topic, mapped, message.ReceivedAt);
                return message.IsRepeated
                    ? sink.KeepAsync(mapped.Readings, cancellationToken)
                    : sink.AddAsync(mapped.Readings, cancellationToken).AsTask();
            case MessageOutcome.Noted noted:
                Journal.CountNoted();
                if (!noted.Topics.IsEmpty)
                    listen(noted.Topics);
                break;
            case MessageOutcome.Refused refused:
                Refuse(message, refused);
                break;
        }

        return Task.CompletedTask;
    }

    MessageOutcome Read(ReceivedMessage message)
    {
        try
        {
            return reader.Read(message.Topic, message.Payload, message.ReceivedAt, message.IsRetained);
        }
        catch (Exception fault)
        {
            // One message is the unit of work here: a fault of ours in reading it must not end the others'.
            LogFailed(broker, message.Topic, fault);
            return new MessageOutcome.Refused(RefusalReason.Failed, fault.Message);
        }
    }

    async Task FinishAsync(ReceivedMessage message, Task kept, CancellationToken cancellationToken)
    {
        try
        {
            await kept;
            if (message.IsRepeated)
                await message.AcknowledgeAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Of a connection that is gone: the broker repeats the message on the next one. Of a disk that refuses:
            // it does so once we give the connection up.
            if (!kept.IsFaulted)
                return;

            LogNotKept(broker, message.Topic, fault);
            MqttMetrics.Messages.WithLabels(broker, NotKept).Inc();
            if (message.IsRepeated)
                abandon(NotKept);
        }
        finally
        {
            Interlocked.Add(ref _bytes, -message.Payload.Length);
        }
    }

    async Task AcknowledgeAsync(CancellationToken cancellationToken)
    {
        await foreach (var (message, kept) in _kept.Reader.ReadAllAsync(cancellationToken))
        {
            await FinishAsync(message, kept, cancellationToken);
            _unacknowledgedGauge.Set(Interlocked.Decrement(ref _unacknowledged));
        }
    }

    void Refuse(ReceivedMessage message, MessageOutcome.Refused refused) => Journal.Refuse(message.Topic, refused, message.ReceivedAt);

    [LoggerMessage(LogLevel.Error, "{Broker} {Topic}: reading the message failed")]
    partial void LogFailed(string broker, string topic, Exception fault);

    [LoggerMessage(LogLevel.Error, "{Broker} {Topic}: could not be kept")]
    partial void LogNotKept(string broker, string topic, Exception fault);
}
