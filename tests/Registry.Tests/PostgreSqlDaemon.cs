using System.Globalization;
using DcOps.Testing;

namespace DcOps.Registry.Tests;

/// <summary>A real PostgreSQL in a folder and on a port of its own.</summary>
public sealed class PostgreSqlDaemon : IAsyncLifetime
{
    readonly ScratchFolder _folder = new();
    readonly int _port = FreePort.Tcp();
    ExternalProgram? _process;

    /// <summary>A database of its own for each caller; the first call starts the server, so that a test without it is skipped.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var programs = Programs();
        if (_process is null)
            await StartAsync(programs, cancellationToken);
        var name = $"d{Guid.NewGuid():N}";
        await RunAsync(Path.Combine(programs, "createdb"), ["-h", "127.0.0.1", "-p", Port, "-U", "postgres", name], cancellationToken);
        return $"Host=127.0.0.1;Port={Port};Username=postgres;Database={name};Pooling=false";
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    string Port => _port.ToString(CultureInfo.InvariantCulture);

    static string Programs()
    {
        var folder = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        Assert.SkipWhen(folder is null, "needs initdb (Debian package postgresql), which is not installed");
        return folder!;
    }

    async Task StartAsync(string programs, CancellationToken cancellationToken)
    {
        var data = _folder.Of("data");
        Directory.CreateDirectory(data);
        // The server refuses to run as root: then it runs as its own user.
        await RunAsync("chmod", ["755", _folder.Path], cancellationToken);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres", data], cancellationToken);
        await RunAsync(Path.Combine(programs, "initdb"), ["-D", data, "-A", "trust", "-U", "postgres", "-N"], cancellationToken, asServer: true);
        _process = Start(
            Path.Combine(programs, "postgres"), ["-D", data, "-p", Port, "-c", "listen_addresses=127.0.0.1", "-k", "", "-F"], asServer: true);
        await _process.UntilAsync(
            "an answer", async token => await ExitCodeAsync(Path.Combine(programs, "pg_isready"), ["-h", "127.0.0.1", "-p", Port], token) == 0,
            cancellationToken);
    }

    static ExternalProgram Start(string program, string[] arguments, bool asServer) => asServer && Environment.IsPrivilegedProcess
        ? ExternalProgram.Start("runuser", ["-u", "postgres", "--", program, .. arguments])
        : ExternalProgram.Start(program, arguments);

    static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken, bool asServer = false)
    {
        await using var process = Start(program, arguments, asServer);
        var output = await process.UntilEndedAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {output}");
    }

    static async Task<int> ExitCodeAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        await using var process = Start(program, arguments, asServer: false);
        await process.UntilEndedAsync(cancellationToken);
        return process.ExitCode;
    }
}
