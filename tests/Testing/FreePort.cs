using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DcOps.Testing;

/// <summary>
/// A port of the loopback address that is free and that no other test takes: below those that the system hands out by itself, and
/// written down beside the others for as long as any test may run.
/// </summary>
public static class FreePort
{
    const int First = 14_000;
    const int Last = 32_000;

    static readonly TimeSpan Taken = TimeSpan.FromHours(1);

    static readonly string Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "dcops-ports")).FullName;

    public static int Tcp() => Find(port =>
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    });

    public static int Udp() => Find(port => new UdpClient(new IPEndPoint(IPAddress.Loopback, port)).Dispose());

    static int Find(Action<int> open)
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            try
            {
                if (!IsMine(port))
                    continue;
                open(port);
                return port;
            }
            catch (SocketException)
            {
                // Somebody else listens there.
            }
        }
    }

    static bool IsMine(int port)
    {
        var note = Path.Combine(Folder, port.ToString(CultureInfo.InvariantCulture));
        if (File.Exists(note) && TimeProvider.System.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(note) > Taken)
            File.Delete(note);
        try
        {
            using var file = new FileStream(note, FileMode.CreateNew);
            return true;
        }
        catch (IOException)
        {
            // Another test has it.
            return false;
        }
    }
}
