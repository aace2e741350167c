using System.Threading.Channels;

namespace DcOps.Dashboard.Live;

/// <summary>
/// One page's values in one language, watched by any number of viewers: read once a second, encoded once, fanned out in memory.
/// A viewer that cannot keep up loses the oldest updates, sees the gap in the sequence, and asks for everything again.
/// </summary>
sealed class LiveTopic(string language)
{
    const int UpdatesPerViewer = 8;

    readonly Lock _gate = new();
    readonly List<Channel<byte[]>> _viewers = [];
    LiveFrame _last = LiveFrame.None;

    public string Language { get; } = language;

    public int Viewers
    {
        get
        {
            lock (_gate)
                return _viewers.Count;
        }
    }

    /// <summary>The stream of a new viewer: everything known first, then what changes.</summary>
    public Channel<byte[]> Join()
    {
        var viewer = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(UpdatesPerViewer) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => DashboardMetrics.DroppedUpdates.Inc());
        lock (_gate)
        {
            _viewers.Add(viewer);
            if (_last.Sequence > 0)
                viewer.Writer.TryWrite(_last.EncodeAll());
        }

        return viewer;
    }

    public void Leave(Channel<byte[]> viewer)
    {
        lock (_gate)
            _viewers.Remove(viewer);
    }

    /// <summary>Hands the sheet's changes to every viewer; the first sheet goes out whole.</summary>
    public void Publish(Sheets.Sheet sheet)
    {
        lock (_gate)
        {
            var next = _last.Next(sheet);
            var encoded = _last.Sequence == 0 ? next.EncodeAll() : next.EncodeChanges();
            _last = next;
            foreach (var viewer in _viewers)
                viewer.Writer.TryWrite(encoded);
        }
    }
}
