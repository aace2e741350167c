using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DcOps.Benchmarks.AlarmLatency;

/// <summary>
/// What a page does: it waits at the stream of headlines for something newer and reads the inbox of the probes then. Reads only the
/// incidents of one place, so that its own cost stays the same over the run.
/// </summary>
sealed class PageWatch(Uri silo) : IDisposable
{
    readonly HttpClient _client = new() { BaseAddress = silo, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Completes with the timestamp at which the page held the alarm.</summary>
    public async Task<long> UntilShownAsync(string place, CancellationToken cancellationToken)
    {
        var version = 0L;
        while (true)
        {
            using var head = await JsonAsync(
                version == 0 ? "/alarms/headline.json" : string.Create(CultureInfo.InvariantCulture, $"/alarms/headline.json?after={version}"), cancellationToken);
            var now = head.RootElement.GetProperty("version").GetInt64();
            if (now == version)
                continue;
            version = now;
            using var inbox = await JsonAsync($"/alarms.json?where={Uri.EscapeDataString(place)}", cancellationToken);
            if (inbox.RootElement.GetProperty("incidents").EnumerateArray().Any(row => row.GetProperty("place").GetString() == place))
                return Stopwatch.GetTimestamp();
        }
    }

    public void Dispose() => _client.Dispose();

    async Task<JsonDocument> JsonAsync(string path, CancellationToken cancellationToken) =>
        JsonDocument.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken));
}
