using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Collectors.Snmp.Events;

/// <summary>
/// Events in files of one JSON object a line, on disk before the call returns. A file that has grown is followed by the next;
/// the oldest go when all together are too large. For one caller at a time.
/// </summary>
sealed class EventJournal(string folder, long mostOctets) : IEventSink, IDisposable
{
    const int FilesAtMost = 8;
    static readonly byte[] LineEnd = [(byte)'\n'];

    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Chinese stays readable in an editor; nothing of this is put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    FileStream? _file;

    public async Task KeepAsync(IReadOnlyList<DeviceEvent> events, CancellationToken cancellationToken)
    {
        var file = _file ??= Begin();
        foreach (var each in events)
        {
            await JsonSerializer.SerializeAsync(file, each, Format, cancellationToken);
            await file.WriteAsync(LineEnd, cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        SnmpMetrics.JournalledEvents.Inc(events.Count);
        if (file.Length < mostOctets / FilesAtMost)
            return;

        await file.DisposeAsync();
        _file = null;
    }

    /// <summary>Every event that is kept, oldest first; a line that a crash has torn is left out.</summary>
    public static IEnumerable<DeviceEvent> Read(string folder)
    {
        foreach (var name in FilesIn(folder))
        {
            foreach (var line in File.ReadLines(name))
            {
                if (TryParse(line) is { } kept)
                    yield return kept;
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    FileStream Begin()
    {
        Directory.CreateDirectory(folder);
        var files = FilesIn(folder);
        foreach (var old in files.Take(Math.Max(0, files.Length - FilesAtMost + 1)))
            File.Delete(old);
        var number = files.Length == 0 ? 1 : int.Parse(Path.GetFileNameWithoutExtension(files[^1]).AsSpan("events-".Length), CultureInfo.InvariantCulture) + 1;
        // A new file for every start: a torn last line of the one before stays the last.
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events-{number:00000000}.jsonl"));
        return new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    static string[] FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "events-????????.jsonl").Order(StringComparer.Ordinal)];

    static DeviceEvent? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<DeviceEvent>(line, Format);
        }
        catch (JsonException)
        {
            // Torn by a crash: it was never acknowledged, and the device sends it again.
            return null;
        }
    }
}
