using System.Globalization;

namespace DcOps.Chaos;

/// <summary>
/// What was sent, in a form of its own that the checker reads. A line is in the file before what it tells of is in the outbox; after a
/// kill the newest step may be in both or in the file alone, and is sent again.
/// </summary>
sealed class SentLog : IDisposable
{
    readonly StreamWriter _lines;

    public SentLog(string file)
    {
        Newest = File.Exists(file) ? NewestOf(file) : -1;
        _lines = new(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read));
    }

    /// <summary>Newest step that was begun before; -1 when there is none.</summary>
    public long Newest { get; }

    public void Write(long step, string rack, DateTimeOffset at, double value) => _lines.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{step},{rack},{at.ToUnixTimeMilliseconds()},{value:0.###}"));

    public void Flush() => _lines.Flush();

    public void Dispose() => _lines.Dispose();

    // A kill may leave a torn last line: then its step counts as begun, and is sent again whole.
    static long NewestOf(string file) => File.ReadLines(file)
        .Select(line => long.TryParse(line.Split(',')[0], CultureInfo.InvariantCulture, out var step) ? step : -1).DefaultIfEmpty(-1).Max();
}
