using System.Diagnostics;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>Another program, whose output is read and which is ended with this object.</summary>
sealed class Child : IDisposable
{
    readonly Process _process;

    Child(Process process) => _process = process;

    public int Id => _process.Id;

    public static Child Start(string program, params IEnumerable<string> arguments) => new(Process.Start(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    })!);

    /// <summary>Waits for a line of its errors that holds a word.</summary>
    public async Task UntilSaysAsync(string word)
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains(word, StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} ended without saying {word}.");
    }

    /// <summary>Nobody asks what its errors say from now on.</summary>
    public void DropErrors() => _ = _process.StandardError.ReadToEndAsync();

    /// <summary>Its last line, after it ended by itself.</summary>
    public async Task<string> LastLineAsync()
    {
        var lines = (await _process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await _process.WaitForExitAsync();
        return lines.Length > 0 ? lines[^1] : "";
    }

    /// <summary>Asks it to end, as Ctrl-C does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public Task TellAsync(long number) =>
        _process.StandardInput.WriteLineAsync(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
