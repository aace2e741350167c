using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Formatter;

namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>Makes connections to one broker, each with a client of its own: an acknowledgement can then never reach a later connection.</summary>
sealed class BrokerDialer(BrokerSettings broker, IBrokerSession session)
{
    // What a broker may make us hold in memory for one message; smaller payloads than this are refused by name, not by the broker.
    const uint MaximumPacketBytes = 32 * 1_024 * 1_024;
    readonly MqttClientFactory _factory = new();

    public async Task<ConnectAttempt> ConnectAsync(MqttProtocolVersion version, CancellationToken cancellationToken)
    {
        var client = _factory.CreateMqttClient();
        var lost = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.DisconnectedAsync += gone =>
        {
            lost.TrySetResult(gone.Exception?.GetBaseException().Message ?? gone.ReasonString ?? gone.Reason.ToString());
            return Task.CompletedTask;
        };
        client.ApplicationMessageReceivedAsync += message =>
        {
            message.AutoAcknowledge = false;
            session.Receive(message);
            return Task.CompletedTask;
        };

        var attempt = await ConnectAsync(client, version, lost.Task, cancellationToken);
        if (attempt is ConnectAttempt.Failed)
            client.Dispose();
        return attempt;
    }

    static ConnectAttempt.Failed Refused(MqttClientConnectResult result) => new(
        BrokerState.Refused,
        result.ReasonString is { Length: > 0 } reason ? $"{result.ResultCode}: {reason}" : result.ResultCode.ToString(),
        IsOfProtocol: result.ResultCode == MqttClientConnectResultCode.UnsupportedProtocolVersion);

    async Task<ConnectAttempt> ConnectAsync(
        IMqttClient client, MqttProtocolVersion version, Task<string> lost, CancellationToken cancellationToken)
    {
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(broker.Timeout);
            var result = await client.ConnectAsync(Options(version), timeout.Token).WaitAsync(timeout.Token);
            return result.ResultCode == MqttClientConnectResultCode.Success
                ? new ConnectAttempt.Succeeded(client, result, lost)
                : Refused(result);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ConnectAttempt.Failed(BrokerState.Unreachable, $"no answer within {broker.Timeout}", IsOfProtocol: false);
        }
        catch (MqttConnectingFailedException fault)
        {
            // The address answers, but not with a CONNACK that we can read: brokers of 3.1.1 alone hang up on MQTT 5.
            cancellationToken.ThrowIfCancellationRequested();
            return new ConnectAttempt.Failed(BrokerState.Unreachable, fault.GetBaseException().Message, IsOfProtocol: true);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new ConnectAttempt.Failed(BrokerState.Unreachable, fault.GetBaseException().Message, IsOfProtocol: false);
        }
    }

    MqttClientOptions Options(MqttProtocolVersion version)
    {
        var options = _factory.CreateClientOptionsBuilder()
            .WithTcpServer(broker.Host, broker.Port)
            .WithProtocolVersion(version)
            .WithClientId(broker.ClientId)
            .WithKeepAlivePeriod(broker.KeepAlive)
            .WithTimeout(broker.Timeout);
        if (version == MqttProtocolVersion.V500)
            options.WithReceiveMaximum(broker.ReceiveMaximum).WithMaximumPacketSize(MaximumPacketBytes);
        if (broker.User is not null)
            options.WithCredentials(broker.User, broker.Password ?? "");
        if (broker.Tls is { } tls)
            options.WithTlsOptions(tls);
        session.Prepare(options, version);
        return options.Build();
    }
}
