using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>A mosquitto of its own, whose queues have no limit.</summary>
sealed class BrokerUnderLoad : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dcops-mqtt-");
    readonly Child _process;

    public BrokerUnderLoad()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var configuration = Path.Combine(_folder.FullName, "mosquitto.conf");
        File.WriteAllText(configuration, string.Create(
            CultureInfo.InvariantCulture,
            $"user root\nlistener {Port} 127.0.0.1\nallow_anonymous true\nmax_inflight_messages 0\nmax_queued_messages 0\n"));
        _process = Child.Start(File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto", "-c", configuration);
    }

    public int Port { get; }

    public double Cpu => Machine.CpuOf(_process.Id);

    public async Task UntilListeningAsync()
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                // Not listening yet.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
