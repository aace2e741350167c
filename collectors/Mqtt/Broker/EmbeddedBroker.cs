using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace DcOps.Collectors.Mqtt.Broker;

/// <summary>
/// An MQTT broker in this process, for one machine: loopback only, no password, sessions in memory. A site has a broker
/// of its own.
/// </summary>
public sealed partial class EmbeddedBroker(EmbeddedBrokerOptions options, ILogger<EmbeddedBroker> logger) : IHostedService, IDisposable
{
    MqttServer? _server;

    /// <exception cref="EmbeddedBrokerPortTakenException">Another process listens there.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithDefaultEndpointPort(options.Port)
            .WithPersistentSessions()
            .WithMaxPendingMessagesPerClient(options.MaximumQueuedMessages)
            .WithPendingMessagesOverflowStrategy(MqttPendingMessagesOverflowStrategy.DropOldestQueuedMessage)
            .Build());
        server.QueuedApplicationMessageOverwrittenAsync += Counted<QueueMessageOverwrittenEventArgs>(_ => MqttMetrics.EmbeddedDrops.Inc());
        server.ClientConnectedAsync += Counted<ClientConnectedEventArgs>(_ => MqttMetrics.EmbeddedClients.Inc());
        server.ClientDisconnectedAsync += Counted<ClientDisconnectedEventArgs>(_ => MqttMetrics.EmbeddedClients.Dec());
        try
        {
            await server.StartAsync();
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            server.Dispose();
            throw new EmbeddedBrokerPortTakenException(options.Port, fault);
        }

        _server = server;
        LogListens(options.Port);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is { IsStarted: true } server)
        {
            await server.StopAsync(new MqttServerStopOptions
            {
                DefaultClientDisconnectOptions = new() { ReasonCode = MqttDisconnectReasonCode.ServerShuttingDown },
            });
        }
    }

    public void Dispose() => _server?.Dispose();

    static Func<T, Task> Counted<T>(Action<T> count) => arguments =>
    {
        count(arguments);
        return Task.CompletedTask;
    };

    [LoggerMessage(LogLevel.Information, "The embedded MQTT broker listens on 127.0.0.1:{Port}")]
    partial void LogListens(int port);
}
