using System.Buffers;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Protocol;

namespace DcOps.Collectors.Mqtt.Publishing;

/// <summary>
/// A device's connection to a broker: it comes back for ever and buffers nothing, as meters do, whose registers carry over
/// what was not heard.
/// </summary>
public sealed partial class PublisherLink(PublisherSettings settings, TimeProvider time, ILogger<PublisherLink> logger)
{
    const int LongestDelay = 10;

    readonly MqttClientFactory _factory = new();
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    IMqttClient? _client;
    bool _isCut;
    int _refusals;

    /// <summary>Whether messages can be published now.</summary>
    public bool IsConnected => Volatile.Read(ref _client) is { IsConnected: true };

    /// <summary>Whether the device's network is gone: the connection is dropped without a good-bye, and none is tried.</summary>
    public bool IsCut
    {
        get => Volatile.Read(ref _isCut);
        set
        {
            if (Volatile.Read(ref _isCut) == value)
                return;

            Volatile.Write(ref _isCut, value);
            Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    /// <returns>Whether the broker has it (QoS 1) or it was sent (QoS 0); what was not is lost.</returns>
    public async Task<bool> TryPublishAsync(PublishedMessage message, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _client) is not { IsConnected: true } client)
            return false;

        try
        {
            var answer = await client.PublishAsync(Message(message), cancellationToken);
            return answer.IsSuccess;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The connection is going; the loop that owns it says so.
            return false;
        }
    }

    /// <summary>Holds the connection until it is told to stop.</summary>
    /// <param name="connected">Called on every new connection, before anything else is published on it.</param>
    public async Task RunAsync(Func<CancellationToken, Task> connected, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var changed = Volatile.Read(ref _changed).Task;
                if (IsCut)
                {
                    await changed.WaitAsync(cancellationToken);
                    continue;
                }

                await StayAsync(connected, changed, cancellationToken);
                await Task.Delay(settings.ReconnectDelay * Math.Clamp(_refusals, 1, LongestDelay), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    async Task StayAsync(Func<CancellationToken, Task> connected, Task changed, CancellationToken cancellationToken)
    {
        using var client = _factory.CreateMqttClient();
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.DisconnectedAsync += _ =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
        client.ApplicationMessageReceivedAsync += message =>
            settings.Received?.Invoke(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload.ToArray()) ?? Task.CompletedTask;
        try
        {
            await client.ConnectAsync(Options(), cancellationToken);
            foreach (var filter in settings.Subscriptions)
                await client.SubscribeAsync(filter, MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken);
            Volatile.Write(ref _client, client);
            await connected(cancellationToken);
            LogConnected(settings.ClientId, settings.Host, settings.Port);
            _refusals = 0;
            await Task.WhenAny(lost.Task, changed).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await client.TryDisconnectAsync();
            throw;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            if (_refusals++ == 0)
                LogAbsent(settings.ClientId, settings.Host, settings.Port, fault.GetBaseException().Message);
        }
        finally
        {
            Volatile.Write(ref _client, null);
        }
    }

    MqttClientOptions Options()
    {
        var options = _factory.CreateClientOptionsBuilder()
            .WithTcpServer(settings.Host, settings.Port)
            .WithClientId(settings.ClientId)
            .WithCleanStart()
            .WithTimeout(settings.Timeout);
        if (settings.Will?.Invoke() is { } will)
        {
            options.WithWillTopic(will.Topic)
                .WithWillPayload(will.Payload.ToArray())
                .WithWillQualityOfServiceLevel(Quality(will));
        }

        return options.Build();
    }

    MqttApplicationMessage Message(PublishedMessage message) => _factory.CreateApplicationMessageBuilder()
        .WithTopic(message.Topic)
        .WithPayload(message.Payload.ToArray())
        .WithQualityOfServiceLevel(Quality(message))
        .Build();

    static MqttQualityOfServiceLevel Quality(PublishedMessage message) =>
        message.IsAcknowledged ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce;

    [LoggerMessage(LogLevel.Information, "{Client}: publishes to {Host}:{Port}")]
    partial void LogConnected(string client, string host, int port);

    [LoggerMessage(LogLevel.Information, "{Client}: no broker at {Host}:{Port} yet ({Reason})")]
    partial void LogAbsent(string client, string host, int port, string reason);
}
