using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch;

/// <summary>Events on disk, one a line, only ever added to. A line is on the disk before anybody is told what it says.</summary>
public sealed class DispatchJournal : IDisposable
{
    static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter() } };

    readonly FileStream _file;
    readonly Lock _gate = new();

    public DispatchJournal(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        using var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = reader.ReadToEnd();
        // What a kill cut off was never told to anybody.
        var whole = text.LastIndexOf('\n') + 1;
        _file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, whole)));
        _file.Seek(0, SeekOrigin.End);
        foreach (var line in text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Book.Apply(JsonSerializer.Deserialize<DispatchEvent>(line, Form) ?? throw new FormatException($"{path} holds an empty line."));
    }

    public DispatchBook Book { get; } = new();

    /// <summary>Writes and applies an event; false when it would change nothing.</summary>
    public bool Write(DispatchEvent change)
    {
        lock (_gate)
        {
            if (!Book.Takes(change))
                return false;
            _file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(change, Form) + "\n"));
            _file.Flush(flushToDisk: true);
            Book.Apply(change);
            return true;
        }
    }

    /// <summary>As they stand now, for whoever is not the dispatcher.</summary>
    public ImmutableArray<DispatchRecord> Records()
    {
        lock (_gate)
            return [.. Book.Records];
    }

    public void Dispose() => _file.Dispose();
}
