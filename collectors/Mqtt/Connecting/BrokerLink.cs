using DcOps.Collectors.Mqtt.Configuration;
using DcOps.Collectors.Mqtt.Receiving;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Formatter;

namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>Keeps one session at one broker: connects, falls back to MQTT 3.1.1, comes back after a loss.</summary>
sealed partial class BrokerLink(BrokerSettings broker, IBrokerSession session, TimeProvider time, ILogger<BrokerLink> logger)
{
    // A broker that hangs up sooner is not there yet; the waits go on growing.
    static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(10);
    readonly BrokerDialer _dialer = new(broker, session);
    readonly ReconnectDelay _delay = new(broker.ReconnectMinimum, broker.ReconnectMaximum, Random.Shared);
    TaskCompletionSource<string>? _abandoned;

    public BrokerStatus Status { get; private set; } = new(broker.Name, BrokerState.Idle, time.GetUtcNow(), null);

    /// <summary>Gives the present connection up and makes a new one after a wait.</summary>
    public void Abandon(string reason)
    {
        if (_abandoned?.TrySetResult(reason) == true)
            MqttMetrics.Abandoned.WithLabels(broker.Name, reason).Inc();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await StayConnectedAsync(cancellationToken);
                await Task.Delay(_delay.Next(), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Become(BrokerState.Stopped, null);
        }
    }

    async Task StayConnectedAsync(CancellationToken cancellationToken)
    {
        var version = broker.Protocol == ProtocolChoice.Mqtt311 ? MqttProtocolVersion.V311 : MqttProtocolVersion.V500;
        var attempt = await _dialer.ConnectAsync(version, cancellationToken);
        if (attempt is ConnectAttempt.Failed { IsOfProtocol: true } && broker.Protocol == ProtocolChoice.Auto)
            attempt = await _dialer.ConnectAsync(MqttProtocolVersion.V311, cancellationToken);

        if (attempt is ConnectAttempt.Failed failed)
        {
            MqttMetrics.Connects.WithLabels(broker.Name, KebabCase.Of(failed.State)).Inc();
            Become(failed.State, failed.Reason);
            return;
        }

        var connection = (ConnectAttempt.Succeeded)attempt;
        try
        {
            await UseAsync(connection, cancellationToken);
        }
        finally
        {
            await LetGoAsync(connection.Client);
        }
    }

    async Task UseAsync(ConnectAttempt.Succeeded connection, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            if (await OpenAsync(connection, cancellationToken) is { } refused)
            {
                MqttMetrics.Connects.WithLabels(broker.Name, KebabCase.Of(BrokerState.SubscriptionRefused)).Inc();
                Become(BrokerState.SubscriptionRefused, refused);
                await HangUpAsync(connection.Client);
                return;
            }

            MqttMetrics.Connects.WithLabels(broker.Name, KebabCase.Of(BrokerState.Connected)).Inc();
            Become(BrokerState.Connected, null);
            var ended = await Task.WhenAny(connection.Lost, _abandoned.Task).WaitAsync(cancellationToken);
            var reason = await ended;

            // Given up because it sent more than we could keep: it is there, and has the rest for us.
            var isFlooding = ended == _abandoned.Task && reason != MessagePump.NotKept;
            if (isFlooding || time.GetElapsedTime(started) >= SettledAfter)
                _delay.Reset();
            Become(BrokerState.Lost, reason);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await CloseAsync(connection.Client);
            throw;
        }
    }

    async Task<string?> OpenAsync(ConnectAttempt.Succeeded connection, CancellationToken cancellationToken)
    {
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(broker.Timeout);
            // Waited for from outside as well: a client whose connection breaks meanwhile may not look at the token any more.
            return await session.OpenAsync(connection.Client, connection.Connected, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return fault.GetBaseException().Message;
        }
    }

    // A client whose connection broke while it was being opened may wait for ever to say good-bye; disposing it closes the socket.
    async Task HangUpAsync(IMqttClient client)
    {
        try
        {
            await client.TryDisconnectAsync().WaitAsync(broker.Timeout, time);
        }
        catch (TimeoutException fault)
        {
            LogUnclean(broker.Name, fault.Message);
        }
    }

    async Task LetGoAsync(IMqttClient client)
    {
        try
        {
            await Task.Run(client.Dispose, CancellationToken.None).WaitAsync(broker.Timeout, time);
        }
        catch (TimeoutException fault)
        {
            LogUnclean(broker.Name, fault.Message);
        }
    }

    async Task CloseAsync(IMqttClient client)
    {
        try
        {
            using var timeout = new CancellationTokenSource(broker.Timeout, time);
            await session.CloseAsync(client, timeout.Token);
            await client.DisconnectAsync(new MqttClientDisconnectOptions(), timeout.Token);
        }
        catch (Exception fault)
        {
            // We are leaving either way; a broker that sees no DISCONNECT publishes our will.
            LogUnclean(broker.Name, fault.GetBaseException().Message);
        }
    }

    void Become(BrokerState state, string? reason)
    {
        MqttMetrics.Connected.WithLabels(broker.Name).Set(state == BrokerState.Connected ? 1 : 0);
        if (Status.State == state && Status.Reason == reason)
            return;

        Status = new(broker.Name, state, time.GetUtcNow(), reason);
        if (state is BrokerState.Connected)
            LogConnected(broker.Name, broker.Host, broker.Port);
        else if (state is not BrokerState.Stopped)
            LogTrouble(broker.Name, broker.Host, broker.Port, state, reason ?? "");
    }

    [LoggerMessage(LogLevel.Information, "{Broker}: connected to {Host}:{Port}")]
    partial void LogConnected(string broker, string host, int port);

    [LoggerMessage(LogLevel.Warning, "{Broker} at {Host}:{Port}: {State}: {Reason}")]
    partial void LogTrouble(string broker, string host, int port, BrokerState state, string reason);

    [LoggerMessage(LogLevel.Information, "{Broker}: left without good-bye: {Reason}")]
    partial void LogUnclean(string broker, string reason);
}
