using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>The product as a whole in one process: collector, outbox on disk, ingest, room grains, checkpoints and history.</summary>
static class ProductTrial
{
    const double ReadingsPerMessage = 8;

    /// <summary>Where it is built beside this program; null when it is not.</summary>
    public static string? Program
    {
        get
        {
            var path = Path.Combine(AppContext.BaseDirectory, "..", "..", "DcOps.Standalone", "release", "DcOps.Standalone");
            return File.Exists(path) ? path : null;
        }
    }

    /// <summary>The row of the table; with <paramref name="stages"/>, where its time goes, below.</summary>
    public static async Task PrintAsync(string name, Workload load, string tools, bool stages = false)
    {
        using var broker = new BrokerUnderLoad();
        await broker.UntilListeningAsync();
        var folder = Directory.CreateTempSubdirectory("dcops-product-");
        var configuration = Path.Combine(folder.FullName, "site.json");
        await File.WriteAllTextAsync(configuration, LoadSite.Product(load.Racks, broker.Port, load.QualityOfService));
        var port = FreePort();
        using var product = Process.Start(new ProcessStartInfo(Program!, ["--config", configuration, "--data", Path.Combine(folder.FullName, "data"), "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            // perf looks for the names of compiled methods there and nowhere else.
            Environment = { ["DOTNET_PerfMapEnabled"] = stages ? "3" : "0", ["DOTNET_PerfMapJitDumpPath"] = "/tmp", ["DOTNET_EnableWriteXorExecute"] = stages ? "0" : "1" },
        })!;
        try
        {
            while (await product.StandardOutput.ReadLineAsync() is { } line && !line.Contains("connected to", StringComparison.Ordinal))
            {
            }

            _ = product.StandardOutput.ReadToEndAsync();
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
            // A .NET process compiles for half a minute; a service runs for months.
            await (load with { Rate = 20_000, Seconds = 40 }).PublishAsync(tools, broker.Port);
            var before = await SettledAsync(client);
            using var profile = stages ? StageProfile.Start(product.Id, folder.FullName) : null;
            var (cpu, brokerCpu) = (Machine.CpuOf(product.Id), broker.Cpu);

            var (sent, seconds) = await load.PublishAsync(tools, broker.Port);
            var taken = (await SettledAsync(client) - before) / ReadingsPerMessage;
            var used = Machine.CpuOf(product.Id) - cpu;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {load.QualityOfService} | {sent / seconds:N0} | {taken / seconds:N0} | {100.0 * (sent - taken) / sent:N0} | {1e6 * used / taken:0.0} | {1e6 * (broker.Cpu - brokerCpu) / sent:0.0} |"));
            if (profile is not null)
                await profile.PrintAsync(1e6 * used / taken);
        }
        finally
        {
            product.Kill();
            await product.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Readings that the room grains took, once no more come for three seconds.
    static async Task<double> SettledAsync(HttpClient client)
    {
        for (var (unchanged, last) = (0, -1.0); ;)
        {
            var now = await ReadingsAsync(client);
            unchanged = now == last ? unchanged + 1 : 0;
            last = now;
            if (unchanged >= 12)
                return now;
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
    }

    static async Task<double> ReadingsAsync(HttpClient client)
    {
        var metrics = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return metrics.Split('\n')
            .Where(line => line.StartsWith("dcops_rack_readings_total{", StringComparison.Ordinal))
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }
}
