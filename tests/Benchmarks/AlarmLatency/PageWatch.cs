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

    /// <summary>When the journal took the entry that raised each place's alarm.</summary>
    public async Task<Dictionary<string, DateTimeOffset>> RecordedAsync(CancellationToken cancellationToken)
    {
        var lines = (await _client.GetStringAsync(new Uri("/alarms/journal.csv", UriKind.Relative), cancellationToken)).Split('\n')
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(',')).ToList();
        var head = lines.First(line => line.Contains("recorded_at_utc", StringComparer.Ordinal));
        var (at, kind, place) = (Array.IndexOf(head, "recorded_at_utc"), Array.IndexOf(head, "event"), Array.IndexOf(head, "place"));
        return lines.Where(line => line.Length > place && line[kind] == "raised").GroupBy(line => line[place], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => DateTimeOffset.Parse(group.First()[at], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), StringComparer.Ordinal);
    }

    public void Dispose() => _client.Dispose();

    async Task<JsonDocument> JsonAsync(string path, CancellationToken cancellationToken) =>
        JsonDocument.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative), cancellationToken));
}
