using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Xunit;

namespace DcOps.Testing;

/// <summary>
/// A real server that a test talks to (snmpd, mosquitto, influxd …): started in a folder of its own, waited for until it
/// answers, killed with its children at the end. Where the program is not installed, the test is skipped and says so.
/// </summary>
public sealed class ExternalProgram : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    readonly Process _process;
    readonly ConcurrentQueue<string> _output = new();

    ExternalProgram(Process process) => _process = process;

    /// <summary>What it printed so far, both streams.</summary>
    public string Output => string.Join('\n', _output);

    public int ProcessId => _process.Id;

    /// <summary>Known once it has exited.</summary>
    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    /// <summary>Skips the calling test when the program is not installed.</summary>
    public static string Find(string program, string debianPackage)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(["/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"needs {program} (Debian package {debianPackage}), which is not installed");
        return path!;
    }

    public static ExternalProgram Start(
        string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;

        var program = new ExternalProgram(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Waits until the TCP port accepts a connection.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or the port stayed closed; the message carries its output.</exception>
    public Task UntilListeningAsync(int port, CancellationToken cancellationToken) =>
        UntilAsync($"TCP port {port}", async token =>
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, token);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }, cancellationToken);

    /// <summary>Waits until <paramref name="answers"/> says yes; asked every 50 ms.</summary>
    /// <param name="limit">How long at most; three minutes when null.</param>
    /// <exception cref="InvalidOperationException">The program ended, or never answered; the message carries its output.</exception>
    public async Task UntilAsync(
        string what, Func<CancellationToken, Task<bool>> answers, CancellationToken cancellationToken, TimeSpan? limit = null)
    {
        var longest = limit ?? StartLimit;
        var started = Stopwatch.GetTimestamp();
        while (!await answers(cancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > longest)
            {
                var how = _process.HasExited ? $"ended with code {_process.ExitCode}" : $"did not answer within {longest}";
                throw new InvalidOperationException($"{_process.StartInfo.FileName} {how} ({what}):\n{Output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>For a program that ends by itself: waits for that.</summary>
    /// <returns>Everything it printed.</returns>
    public async Task<string> UntilEndedAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return Output;
    }

    /// <summary>Ends it as <c>kill -9</c> does, children included.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as Ctrl-C does, and waits three minutes at most; returns its exit code.</summary>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        await UntilEndedAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }
}
