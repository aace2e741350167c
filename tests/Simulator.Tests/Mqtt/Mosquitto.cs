using System.Diagnostics;
using System.Globalization;
using DcOps.Testing;

namespace DcOps.Simulator.Tests.Mqtt;

/// <summary>A real broker on a port of its own, and mosquitto_sub to listen at it.</summary>
sealed class Mosquitto : IAsyncDisposable
{
    readonly ScratchFolder _folder;
    readonly ExternalProgram _broker;

    Mosquitto(ScratchFolder folder, ExternalProgram broker, int port)
    {
        _folder = folder;
        _broker = broker;
        Port = port;
    }

    public int Port { get; }

    public static async Task<Mosquitto> StartAsync(int port, CancellationToken cancellationToken)
    {
        var path = ExternalProgram.Find("mosquitto", "mosquitto");
        var folder = new ScratchFolder();
        var configuration = folder.Of("mosquitto.conf");
        await File.WriteAllTextAsync(
            configuration, string.Create(CultureInfo.InvariantCulture, $"listener {port} 127.0.0.1\nallow_anonymous true\n"), cancellationToken);
        var broker = ExternalProgram.Start(path, ["-c", configuration]);
        await broker.UntilListeningAsync(port, cancellationToken);
        return new(folder, broker, port);
    }

    /// <summary>The next messages of a filter, as <c>topic payload</c>; fewer when half a minute is not enough.</summary>
    public async Task<string[]> NextAsync(string filter, int count, CancellationToken cancellationToken)
    {
        var path = ExternalProgram.Find("mosquitto_sub", "mosquitto-clients");
        string[] words =
        [
            "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-t", filter, "-v", "-q", "1",
            "-C", count.ToString(CultureInfo.InvariantCulture), "-W", "30",
        ];
        using var process = new Process { StartInfo = new(path, words) { RedirectStandardOutput = true, UseShellExecute = false } };
        process.Start();
        var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _folder.Dispose();
    }
}
