using System.Collections.Concurrent;
using System.Threading.Channels;
using DcOps.Grains.Journal;
using Microsoft.Win32.SafeHandles;

namespace DcOps.Silo.Host.Journal;

/// <summary>
/// The journal in one folder: append-only files, flushed once for all that was folded within a few milliseconds. A file is
/// deleted when every owner with a record in it has a durable image that holds it.
/// </summary>
public sealed partial class FileJournal : IDeliveryJournal, IAsyncDisposable
{
    readonly JournalOptions _options;
    readonly TimeProvider _time;
    readonly ILogger<FileJournal> _logger;
    readonly string _folder;
    readonly SafeFileHandle _claim;
    readonly ConcurrentDictionary<string, JournalPlace> _places = new(StringComparer.Ordinal);
    readonly Lock _gate = new();
    readonly LinkedList<JournalSegment> _segments = [];
    readonly Channel<bool> _work = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly CancellationTokenSource _ended = new();
    readonly Task _writing;
    JournalGroup _waiting;
    JournalGroup? _underWay;
    TaskCompletionSource? _flushed;
    TaskCompletionSource? _flushing;
    byte[] _spare = new byte[64 << 10];
    long _durableThrough;
    volatile string? _fault;

    /// <param name="folder">Created when it is not there; used by one process at a time.</param>
    /// <param name="isOwner">Whether the inventory has the owner: the records of one that it has not are let go.</param>
    /// <exception cref="JournalFormatException">A newer version wrote the folder, or a file in it is not ours.</exception>
    /// <exception cref="IOException">Another process uses the folder, or it cannot be used.</exception>
    public FileJournal(string folder, JournalOptions options, Func<string, bool> isOwner, TimeProvider time, ILogger<FileJournal> logger)
    {
        _folder = folder;
        _options = options;
        _time = time;
        _logger = logger;
        Directory.CreateDirectory(folder);
        _claim = File.OpenHandle(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var opening = new JournalOpening(folder, Open, isOwner, logger);
            var (number, position) = opening.Run(_segments);
            _durableThrough = position;
            _waiting = new(Begin(number, position), position, new byte[64 << 10]);
            DeleteUnneeded();
        }
        catch
        {
            _claim.Dispose();
            throw;
        }

        _writing = Task.Run(WriteAsync);
    }

    public bool IsKept => true;

    public string? Fault => _fault;

    /// <summary>Position up to which every record would survive a crash.</summary>
    public long DurableThrough => Volatile.Read(ref _durableThrough);

    /// <summary>Whether a folder holds records.</summary>
    public static bool HasRecords(string folder) => Directory.Exists(folder)
        && new DirectoryInfo(folder).EnumerateFiles().Any(file => JournalSegment.NumberOf(file.Name) is not null && file.Length > JournalFormat.HeaderLength);

    IJournalPlace IDeliveryJournal.Open(string owner) => Open(owner);

    /// <summary>Completes when everything appended before the call is durable, or a write has failed.</summary>
    public Task FlushAsync()
    {
        Task flushed;
        lock (_gate)
        {
            _flushed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            flushed = _flushed.Task;
        }

        _work.Writer.TryWrite(true);
        return flushed;
    }

    /// <summary>Writes what waits, and deletes what no owner needs: everything, after an orderly stop.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _writing;
        lock (_gate)
        {
            foreach (var segment in _segments)
                segment.IsSealed = true;
            DeleteUnneeded();
            foreach (var segment in _segments)
                segment.Dispose();
        }

        _claim.Dispose();
        _ended.Dispose();
    }

    internal long? Append(JournalPlace place, long basis, DateTimeOffset receivedAt, ReadOnlySpan<byte> batches)
    {
        long end;
        lock (_gate)
        {
            if (Refusal() is { } reason)
            {
                JournalMetrics.Refused.WithLabels(reason).Inc();
                return null;
            }

            _waiting.Append(basis, receivedAt, place.Key, batches);
            end = _waiting.End;
            place.Hold(_waiting.Segment, end);
        }

        _work.Writer.TryWrite(true);
        return end;
    }

    internal void Cover(JournalPlace place, long through)
    {
        lock (_gate)
        {
            place.Release(through);
            DeleteUnneeded();
        }
    }

    internal bool Wants(JournalPlace place)
    {
        lock (_gate)
            return Held() > _options.MostBytes / 2 && place.Oldest is { } oldest && oldest == _segments.First!.Value;
    }

    /// <summary>The owner's records, by reading every file that it holds: rare, for a start has them at hand.</summary>
    internal async Task<List<RecordPlace>> FindAsync(JournalPlace place, CancellationToken cancellationToken)
    {
        if (place.Oldest is null)
            return [];

        await FlushAsync().WaitAsync(cancellationToken);
        JournalSegment[] held;
        lock (_gate)
            held = place.Held();
        return JournalOpening.Find(held, place.Key);
    }

    JournalPlace Open(string owner) => _places.GetOrAdd(owner, static (key, journal) => new(journal, key), this);

    string? Refusal() => _fault is not null ? "fault"
        : _waiting.Length > _options.MostWaitingBytes ? "slow"
        : Held() > _options.MostBytes ? "full"
        : null;

    long Held() => _waiting.End - _segments.First!.Value.Start;

    JournalSegment Begin(int number, long position)
    {
        var segment = new JournalSegment(_folder, number, position);
        _segments.AddLast(segment);
        return segment;
    }

    async Task WriteAsync()
    {
        try
        {
            while (await _work.Reader.WaitToReadAsync(_ended.Token))
            {
                _work.Reader.TryRead(out _);
                var pause = TryWrite() ? _options.Pace : _options.RetryAfter;
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, _time, _ended.Token);
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            TryWrite();
        }
    }

    bool TryWrite()
    {
        var group = _underWay ??= Take();
        var started = _time.GetTimestamp();
        try
        {
            if (group.Length > 0)
                group.Segment.Write(group.Records, group.Start);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Failed(fault);
            return false;
        }

        Written(group, _time.GetElapsedTime(started));
        return true;
    }

    /// <summary>Begins the next group; in a file of its own when this one is long enough.</summary>
    JournalGroup Take()
    {
        lock (_gate)
        {
            var taken = _waiting;
            (_flushing, _flushed) = (_flushed, null);
            var segment = taken.Segment;
            if (taken.End - segment.Start >= _options.SegmentBytes)
                segment = Begin(segment.Number + 1, taken.End);
            _waiting = new(segment, taken.End, _spare);
            return taken;
        }
    }

    void Written(JournalGroup group, TimeSpan took)
    {
        TaskCompletionSource? flushed;
        _underWay = null;
        lock (_gate)
        {
            _spare = group.Buffer;
            Volatile.Write(ref _durableThrough, group.End);
            group.Segment.IsSealed = _waiting.Segment != group.Segment;
            DeleteUnneeded();
            (flushed, _flushing) = (_flushing, null);
        }

        if (group.Length > 0)
            JournalMetrics.Flushed(group.Length, took);
        if (_fault is not null)
            LogAvailable();
        _fault = null;
        JournalMetrics.Writable.Set(1);
        flushed?.TrySetResult();
        if (Volatile.Read(ref _flushed) is not null)
            _work.Writer.TryWrite(true);
    }

    void Failed(Exception fault)
    {
        if (_fault is null)
            LogUnavailable(fault.Message);
        _fault = $"{_folder}: {fault.Message}";
        JournalMetrics.Writable.Set(0);
        lock (_gate)
        {
            _flushing?.TrySetResult();
            _flushed?.TrySetResult();
            _flushing = _flushed = null;
        }

        _work.Writer.TryWrite(true);
    }

    // Under the lock, or before anyone else is there.
    void DeleteUnneeded()
    {
        for (var node = _segments.First; node is not null;)
        {
            var (next, segment) = (node.Next, node.Value);
            if (segment is { IsSealed: true, Holders: 0 })
            {
                try
                {
                    segment.Delete();
                    _segments.Remove(node);
                }
                catch (IOException fault)
                {
                    LogUndeleted(segment.Path, fault.Message);
                }
            }

            node = next;
        }

        JournalMetrics.Bytes.Set(_segments.Count == 0 ? 0 : Held());
        JournalMetrics.Files.Set(_segments.Count);
    }

    [LoggerMessage(LogLevel.Error, "The journal cannot be written: {Reason}. Receipts wait for checkpoints until it can")]
    partial void LogUnavailable(string reason);

    [LoggerMessage(LogLevel.Information, "The journal can be written again")]
    partial void LogAvailable();

    [LoggerMessage(LogLevel.Warning, "{Path} is not needed any more and cannot be deleted: {Reason}")]
    partial void LogUndeleted(string path, string reason);
}
