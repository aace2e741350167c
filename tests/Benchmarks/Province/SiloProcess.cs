using System.Diagnostics;
using System.Globalization;

namespace DcOps.Benchmarks.Province;

/// <summary>The silo as it is shipped, in a process of its own, and what it costs.</summary>
sealed class SiloProcess : IDisposable
{
    const double TicksPerSecond = 100;
    readonly Process _process;
    readonly HttpClient _client;

    SiloProcess(Process process, int port)
    {
        _process = process;
        _client = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    public static SiloProcess Start(string program, string configuration, string data, int port)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [program, "--config", configuration, "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += Show;
        process.ErrorDataReceived += Show;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, port);
    }

    /// <summary>Waits until every owner is awake.</summary>
    public async Task<TimeSpan> UntilReadyAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (_process.HasExited)
                throw new InvalidOperationException("The silo ended before it was ready.");
            try
            {
                using var answer = await _client.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return Stopwatch.GetElapsedTime(started);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    /// <summary>User and system time so far, s, and resident memory, MB.</summary>
    public (double Cpu, double Megabytes) Cost()
    {
        var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (
            (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond,
            double.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize / 1e6);
    }

    /// <summary>Every series of the silo's metrics by its full name; histograms by their sums and counts.</summary>
    public async Task<Dictionary<string, double>> MetricsAsync()
    {
        var series = new Dictionary<string, double>(StringComparer.Ordinal);
        var text = await _client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var space = line.LastIndexOf(' ');
            series[line[..space]] = double.Parse(line[(space + 1)..], CultureInfo.InvariantCulture);
        }

        return series;
    }

    /// <summary>Ends it in order.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _client.Dispose();
    }

    static void Show(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            Console.Error.WriteLine($"  silo: {text}");
    }
}
