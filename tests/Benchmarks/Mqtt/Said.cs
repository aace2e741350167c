using System.Text.Json;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>What a subscriber said when it ended.</summary>
/// <param name="BusySeconds">From its first message to its last; null when it does not say.</param>
/// <param name="CpuSeconds">Null when it does not say it of this load alone.</param>
sealed record Said(long Received, double? BusySeconds, double? CpuSeconds)
{
    /// <summary>Null when it said nothing.</summary>
    public static Said? Of(string line)
    {
        if (line is not ['{', ..])
            return null;

        using var document = JsonDocument.Parse(line);
        var said = document.RootElement;
        var isOurs = said.TryGetProperty("busy_s", out var busy);
        return new(said.GetProperty("received").GetInt64(), isOurs ? busy.GetDouble() : null, isOurs ? said.GetProperty("cpu_s").GetDouble() : null);
    }
}
