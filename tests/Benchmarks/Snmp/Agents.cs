using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Simulated devices at 127.1.0.1 and the addresses after it, in a process of their own.</summary>
sealed class Agents : IAsyncDisposable
{
    public const int Port = 11_610;
    static readonly byte[] First = [127, 1, 0, 1];
    readonly Process _process;

    Agents(Process process) => _process = process;

    /// <param name="silent">How many of the devices, the last ones, never answer.</param>
    public static async Task<Agents> StartAsync(int devices, int silent = 0)
    {
        var process = Child.Start(
            Tools.Of("snmpagents"), "--devices", Text(devices), "--port", Text(Port), "--dead", Text(silent), "--threads", "2");
        while (await process.StandardError.ReadLineAsync() is { } line && line != "READY")
            Console.Error.WriteLine(line);
        return new(process);
    }

    public static IPEndPoint AddressOf(int device)
    {
        var number = (First[0] << 24 | First[1] << 16 | First[2] << 8 | First[3]) + device;
        return new(new IPAddress([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]), Port);
    }

    /// <summary>Stops them.</summary>
    /// <returns>Responses that they sent.</returns>
    public async Task<long> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", Text(_process.Id)]))
            await kill.WaitForExitAsync();
        var printed = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return JsonDocument.Parse(printed).RootElement.GetProperty("responses").GetInt64();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
