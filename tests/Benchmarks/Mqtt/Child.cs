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
            {
                _ = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} ended without saying {word}.");
    }

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

    /// <summary>Asks it to end by closing its input.</summary>
    public Task<string> EndAsync()
    {
        _process.StandardInput.Close();
        return LastLineAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
