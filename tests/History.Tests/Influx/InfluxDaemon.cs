using System.Globalization;
using DcOps.Testing;

namespace DcOps.History.Tests.Influx;

/// <summary>A real InfluxDB 1.x in a folder and on ports of its own.</summary>
public sealed class InfluxDaemon : IAsyncDisposable
{
    readonly ScratchFolder _folder = new();
    readonly string _program = ExternalProgram.Find("influxd", "influxdb");
    readonly int _port = FreePort.Tcp();
    readonly int _backupPort = FreePort.Tcp();
    ExternalProgram? _process;

    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    Dictionary<string, string> Environment => new(StringComparer.Ordinal) { ["HOME"] = _folder.Path };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var configuration = _folder.Of("influxdb.conf");
        await File.WriteAllTextAsync(configuration, Configuration(), cancellationToken);
        _process = ExternalProgram.Start(_program, ["-config", configuration], Environment);
        await _process.UntilListeningAsync(_port, cancellationToken);
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    /// <summary>Asks by InfluxDB's own command-line client, which is no part of the product.</summary>
    /// <returns>Its output as CSV.</returns>
    public async Task<string> ExecuteAsync(string database, string influxQl, CancellationToken cancellationToken)
    {
        var client = ExternalProgram.Find("influx", "influxdb-client");
        string[] arguments =
        [
            "-host", "127.0.0.1", "-port", _port.ToString(CultureInfo.InvariantCulture),
            "-database", database, "-format", "csv", "-execute", influxQl,
        ];
        await using var asked = ExternalProgram.Start(client, arguments, Environment);
        return await asked.UntilEndedAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }

    string Configuration() => string.Create(CultureInfo.InvariantCulture, $"""
        reporting-disabled = true
        bind-address = "127.0.0.1:{_backupPort}"
        [meta]
          dir = "{_folder.Of("meta")}"
        [data]
          dir = "{_folder.Of("data")}"
          wal-dir = "{_folder.Of("wal")}"
        [monitor]
          store-enabled = false
        [http]
          bind-address = "127.0.0.1:{_port}"
          log-enabled = false
        [logging]
          level = "error"
        """);
}
