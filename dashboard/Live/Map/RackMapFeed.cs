using System.Threading.Channels;
using DcOps.Domain.Racks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Dashboard.Live.Map;

/// <summary>
/// The map's cells, read once a second while somebody watches, encoded once, fanned out in memory. A facility that does not answer
/// shows no data; a viewer that cannot keep up loses the oldest frames, sees the gap in the sequence, and asks anew.
/// </summary>
sealed partial class RackMapFeed(IProvinceView view, RackMapLayout layout, TimeProvider time, ILogger<RackMapFeed> log) : BackgroundService
{
    const int FramesPerViewer = 8;

    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    readonly Lock _gate = new();
    readonly List<Channel<byte[]>> _viewers = [];
    RackMapFrame _last = RackMapFrame.None;
    bool _failing;

    /// <summary>The stream of a new viewer: everything first, then what changes. The first viewer does not wait for the tick.</summary>
    public async Task<Channel<byte[]>> JoinAsync(CancellationToken cancellationToken)
    {
        var viewer = Join(out var isFirst);
        try
        {
            if (isFirst)
                Publish(await ReadAsync(cancellationToken));
            return viewer;
        }
        catch
        {
            Leave(viewer);
            throw;
        }
    }

    Channel<byte[]> Join(out bool isFirst)
    {
        var viewer = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(FramesPerViewer) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => DashboardMetrics.DroppedUpdates.Inc());
        lock (_gate)
        {
            _viewers.Add(viewer);
            isFirst = _last.Sequence == 0;
            if (!isFirst)
                viewer.Writer.TryWrite(_last.EncodeWhole());
        }

        return viewer;
    }

    public void Leave(Channel<byte[]> viewer)
    {
        lock (_gate)
        {
            _viewers.Remove(viewer);
            // What nobody watches grows old, and the next viewer must not take it for new.
            if (_viewers.Count == 0)
                _last = RackMapFrame.None;
        }
    }

    /// <summary>Every cell now, by the numbers of the layout.</summary>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        var cells = new byte[layout.Racks];
        Array.Fill(cells, RackCell.Unknown);
        var failed = 0;
        await Task.WhenAll(layout.Blocks.Select(async block =>
        {
            try
            {
                var own = await view.CellsAsync(block.Facility.Id, cancellationToken);
                if (own.Length == block.Facility.RackCount)
                    own.CopyTo(cells, block.First);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                DashboardMetrics.FailedReads.Inc();
                if (Interlocked.Increment(ref failed) == 1 && !_failing)
                    LogCannotRead(fault, block.Facility.Id.Value);
            }
        }));
        _failing = failed > 0;
        return cells;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            lock (_gate)
            {
                if (_viewers.Count == 0)
                    continue;
            }

            Publish(await ReadAsync(stoppingToken));
        }
    }

    void Publish(byte[] cells)
    {
        lock (_gate)
        {
            if (_viewers.Count == 0)
                return;

            var next = _last.Next(cells, time.GetUtcNow());
            var encoded = _last.Sequence == 0 ? next.EncodeWhole() : next.EncodeChanges(_last);
            _last = next;
            foreach (var viewer in _viewers)
                viewer.Writer.TryWrite(encoded);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The map shows no data where a facility does not answer (first {Facility})")]
    partial void LogCannotRead(Exception fault, string facility);
}
