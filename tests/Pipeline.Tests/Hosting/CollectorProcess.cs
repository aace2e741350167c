using System.Diagnostics;
using DcOps.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Hosting;

/// <summary>The collectors' executable as a site starts it.</summary>
sealed class CollectorProcess : IAsyncDisposable
{
    readonly ScratchFolder _data = new();
    ExternalProgram? _running;

    public int Port { get; } = FreePort.Tcp();

    public static string Sample => RepositoryRoot.Of("collectors", "Host", "collector.sample.json");

    /// <summary>The sample with one text replaced, its outbox in a folder of the test's own.</summary>
    public string Configuration(string replace = "", string by = "")
    {
        var text = File.ReadAllText(Sample).Replace("/var/lib/dcops-collector/outbox", _data.Of("outbox"), StringComparison.Ordinal);
        Assert.Contains(replace, text, StringComparison.Ordinal);
        var path = _data.Of("collector.json");
        File.WriteAllText(path, replace.Length == 0 ? text : text.Replace(replace, by, StringComparison.Ordinal));
        return path;
    }

    /// <summary>Where it keeps what the province told it.</summary>
    public string Kept => _data.Of("configuration", "province.configuration");

    public string Output => _running!.Output;

    /// <summary>A configuration that leaves the rest to the province, and asks it twice a second.</summary>
    public string FromProvince(Uri province, string token)
    {
        var path = _data.Of("collector.json");
        File.WriteAllText(path, $$"""
            { "collector": {
                "name": "nj-01",
                "ingest": { "address": "{{province.GetLeftPart(UriPartial.Authority)}}", "token": "text:{{token}}" },
                "fromProvince": { "every": "00:00:00.500", "facilities": ["NJ-01"] } } }
            """);
        return path;
    }

    /// <summary>Waits until <c>/readyz</c> says something; returns all it says.</summary>
    public async Task<string> UntilReadyAsync(HttpClient client, string says)
    {
        var last = "";
        await _running!.UntilAsync(says, async token =>
        {
            using var answer = await client.GetAsync("/readyz", token);
            last = await answer.Content.ReadAsStringAsync(token);
            return last.Contains(says, StringComparison.Ordinal);
        }, TestContext.Current.CancellationToken, TimeSpan.FromSeconds(30));
        return last;
    }

    public Task UntilAsync(Func<bool> says) =>
        _running!.UntilAsync("what the province hears", _ => Task.FromResult(says()), TestContext.Current.CancellationToken, TimeSpan.FromSeconds(30));

    public Task StopAsync() => _running!.TerminateAsync(TestContext.Current.CancellationToken);

    /// <summary>Runs to the end; exit code and both streams.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var streams = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(streams));
    }

    public async Task<HttpClient> StartAsync(string configuration)
    {
        _running = ExternalProgram.Start(
            "dotnet", [Program, "--config", configuration, "--data", _data.Path, "--port", $"{Port}"]);
        await _running.UntilListeningAsync(Port, TestContext.Current.CancellationToken);
        return new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        _data.Dispose();
    }

    static string Program => Path.Combine(AppContext.BaseDirectory, "DcOps.Collectors.Host.dll");
}
