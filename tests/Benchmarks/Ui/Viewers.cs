using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace DcOps.Benchmarks.Ui;

/// <summary>Many who watch the map at once, in a process of their own.</summary>
static class Viewers
{
    const int HeadLength = 17;
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);

    /// <summary>Reads streams and drops what they say.</summary>
    public static async Task<int> ReadAsync(Uri address, int count)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            await using var stream = await client.GetStreamAsync(address);
            await stream.CopyToAsync(Stream.Null);
        }));
        return 0;
    }

    /// <summary>Bytes of the first frame, and of the mean of the next five.</summary>
    public static async Task<(double Whole, double Changes)> FrameSizesAsync(HttpClient client, Uri address)
    {
        await using var stream = await client.GetStreamAsync(address);
        var sizes = new List<int>();
        var head = new byte[HeadLength];
        while (sizes.Count < 6)
        {
            await stream.ReadExactlyAsync(head);
            var body = new byte[BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1))];
            await stream.ReadExactlyAsync(body);
            sizes.Add(HeadLength + body.Length);
        }

        return (sizes[0], sizes.Skip(1).Average());
    }

    public static async Task MeasureAsync(string origin, int viewers, Action<string, string> print)
    {
        var alone = await ShareAsync(origin, 1);
        var many = await ShareAsync(origin, viewers);
        print("one viewer", $"{alone.Share:P1} of a core");
        print($"{viewers:N0} viewers", $"{many.Share:P1} of a core, {(many.Megabytes - alone.Megabytes) * 1024 / viewers:0.0} KB of working set each");
    }

    static async Task<(double Share, double Megabytes)> ShareAsync(string origin, int viewers)
    {
        using var reader = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "viewers", $"{origin}/racks/cells", viewers.ToString(CultureInfo.InvariantCulture) },
        })!;
        try
        {
            // Until all have their first frame.
            await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System);
            using var own = Process.GetCurrentProcess();
            var (before, began) = (own.TotalProcessorTime, Stopwatch.GetTimestamp());
            await Task.Delay(Measured, TimeProvider.System);
            own.Refresh();
            return ((own.TotalProcessorTime - before) / Stopwatch.GetElapsedTime(began), own.WorkingSet64 / 1048576.0);
        }
        finally
        {
            reader.Kill();
        }
    }
}
