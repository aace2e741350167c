using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>A real mosquitto with a configuration, a port and a folder of its own.</summary>
sealed class Mosquitto : IAsyncDisposable
{
    readonly ScratchFolder _folder = new();
    readonly string _program = ExternalProgram.Find("mosquitto", "mosquitto");
    readonly string _configuration;
    ExternalProgram? _running;

    Mosquitto(string extra, bool isAnonymous)
    {
        _configuration = _folder.Of("mosquitto.conf");
        File.WriteAllText(_configuration, $"""
            user root
            {(extra.Contains("listener", StringComparison.Ordinal) ? "" : $"listener {Port} 127.0.0.1")}
            allow_anonymous {(isAnonymous ? "true" : "false")}
            persistence true
            persistence_location {_folder.Path}/
            max_inflight_messages 0
            max_queued_messages 0
            {extra.Replace("{port}", Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}
            """);
    }

    public int Port { get; } = FreePort.Tcp();

    /// <param name="extra">More lines of mosquitto.conf; <c>{port}</c> stands for the port.</param>
    public static async Task<Mosquitto> StartAsync(string extra = "", bool isAnonymous = true)
    {
        var broker = Prepare(extra, isAnonymous);
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Not started yet.</summary>
    public static Mosquitto Prepare(string extra = "", bool isAnonymous = true) => new(extra, isAnonymous);

    public async Task StartAsync()
    {
        _running = ExternalProgram.Start(_program, ["-c", _configuration, "-v"]);
        await _running.UntilListeningAsync(Port, TestContext.Current.CancellationToken);
    }

    /// <summary>As a restart of the machine does it: mosquitto saves its sessions on SIGTERM.</summary>
    public async Task StopAsync()
    {
        await _running!.TerminateAsync(Patience.Token);
        await _running.DisposeAsync();
        _running = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        _folder.Dispose();
    }
}
