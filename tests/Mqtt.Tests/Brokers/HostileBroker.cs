using System.Net;
using System.Net.Sockets;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>Answers each connection with the next of some bytes and hangs up.</summary>
sealed class HostileBroker : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly TaskCompletionSource _everythingSaid = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HostileBroker(IReadOnlyList<byte[]> answers)
    {
        _listener.Start();
        _ = AnswerAsync(answers);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answers given so far.</summary>
    public int Said { get; private set; }

    /// <summary>Completes when the client came back once more after the last answer.</summary>
    public Task EverythingSaid => _everythingSaid.Task;

    public void Dispose() => _listener.Stop();

    async Task AnswerAsync(IReadOnlyList<byte[]> answers)
    {
        try
        {
            foreach (var answer in answers)
            {
                using var client = await _listener.AcceptTcpClientAsync(CancellationToken.None);
                await SayAsync(client, answer);
                Said++;
            }

            using var last = await _listener.AcceptTcpClientAsync(CancellationToken.None);
            _everythingSaid.TrySetResult();
        }
        catch (Exception fault)
        {
            _everythingSaid.TrySetException(fault);
        }
    }

    static async Task SayAsync(TcpClient client, byte[] answer)
    {
        try
        {
            var stream = client.GetStream();
            var connect = new byte[4_096];
            if (await stream.ReadAsync(connect, CancellationToken.None) > 0)
                await stream.WriteAsync(answer, CancellationToken.None);
            client.Client.Shutdown(SocketShutdown.Send);

            // Until it has had enough: it reads to the end and goes, or goes at once. A broker does not wait for ever either.
            using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
            while (await stream.ReadAsync(connect, patience.Token) > 0)
            {
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or InvalidOperationException or OperationCanceledException)
        {
            // It hung up first, or holds on to a connection that it has given up.
        }
    }
}
