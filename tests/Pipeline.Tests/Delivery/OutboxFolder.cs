using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>An outbox's folder and the crashes that can happen to it.</summary>
sealed class OutboxFolder : IDisposable
{
    readonly ScratchFolder _scratch = new();
    readonly List<Outbox> _open = [];
    int _copies;

    public OutboxFolder() => Path = _scratch.Of("outbox");

    public string Path { get; private set; }

    public FakeTimeProvider Time { get; } = new(TestBatches.Noon);

    public RecordedLog<Outbox> Log { get; } = new();

    public int SegmentBytes { get; init; } = 1 << 16;

    public int WindowBytes { get; init; } = 1 << 20;

    public long MostBytes { get; init; } = 1L << 30;

    public Outbox Open()
    {
        var outbox = Outbox.Open(
            new() { Folder = Path, Collector = "nj-01", SegmentBytes = SegmentBytes, WindowBytes = WindowBytes, MostBytes = MostBytes }, Time, Log);
        _open.Add(outbox);
        return outbox;
    }

    /// <summary>What the disk holds at this instant, as <c>kill -9</c> would leave it: later work is on a copy.</summary>
    public void Crash()
    {
        var copy = _scratch.Of($"after-crash-{++_copies}");
        Directory.CreateDirectory(copy);
        foreach (var file in Files())
            File.Copy(file, System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file)));
        Path = copy;
    }

    public IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path).Where(file => System.IO.Path.GetFileName(file) != "lock").Order(StringComparer.Ordinal);

    public string OpenSegment() => Files().Single(file => file.EndsWith(".open", StringComparison.Ordinal));

    public List<string> ClosedSegments() => [.. Files().Where(file => file.EndsWith(".closed", StringComparison.Ordinal))];

    public void Dispose()
    {
        _open.ForEach(outbox => outbox.Dispose());
        _scratch.Dispose();
    }
}
