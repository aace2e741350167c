using System.Runtime.CompilerServices;
using DcOps.Grains.Checkpoints;
using Microsoft.Win32.SafeHandles;

namespace DcOps.Silo.Host.Checkpoints;

/// <summary>
/// Checkpoints in one folder: an append-only segment, flushed to the disk once per bulk, rewritten when most of it is
/// outdated. A crash at any byte leaves every bulk that was reported written, and nothing of another.
/// </summary>
public sealed partial class FileCheckpoints : ICheckpointStore, IDisposable
{
    readonly string _folder;
    readonly SafeFileHandle _claim;
    readonly long _smallest;
    readonly ILogger<FileCheckpoints> _logger;
    readonly Lock _gate = new();
    Segment _segment;
    Dictionary<string, ImagePlace> _places = new(StringComparer.Ordinal);
    long _live;

    /// <param name="folder">Created when it is not there; used by one process at a time.</param>
    /// <param name="smallest">Segments shorter than this are not rewritten, bytes.</param>
    /// <exception cref="CheckpointFormatException">A newer version wrote the folder, or a file in it is not ours.</exception>
    /// <exception cref="CheckpointsUnavailableException">Another process uses the folder, or it cannot be written.</exception>
    public FileCheckpoints(string folder, ILogger<FileCheckpoints> logger, long smallest = 64 << 20)
    {
        _folder = folder;
        _logger = logger;
        _smallest = smallest;
        _claim = Claim(folder);
        try
        {
            _segment = OpenNewest();
        }
        catch (Exception fault)
        {
            _claim.Dispose();
            if (fault is IOException or UnauthorizedAccessException)
                throw Unavailable(fault);
            throw;
        }
    }

    public Task WriteAsync(IReadOnlyList<Checkpoint> bulk, CancellationToken cancellationToken) =>
        Task.Run(() => Write(bulk), cancellationToken);

    public Task<Checkpoint?> ReadAsync(string key, CancellationToken cancellationToken) =>
        Task.Run(() => Read(key), cancellationToken);

    public async IAsyncEnumerable<Checkpoint> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] keys;
        lock (_gate)
            keys = [.. _places.Keys];

        foreach (var key in keys)
        {
            if (await ReadAsync(key, cancellationToken) is { } checkpoint)
                yield return checkpoint;
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _segment.Dispose();
        _claim.Dispose();
    }

    void Write(IReadOnlyList<Checkpoint> bulk)
    {
        lock (_gate)
        {
            try
            {
                Place(bulk, _segment.Append(bulk));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw Unavailable(fault);
            }

            if (_segment.Length > Math.Max(_smallest, 4 * _live))
                TryCompact();
        }
    }

    Checkpoint? Read(string key)
    {
        lock (_gate)
        {
            try
            {
                return _places.TryGetValue(key, out var place) ? new(key, place.Version, _segment.Read(place)) : null;
            }
            catch (IOException fault)
            {
                throw Unavailable(fault);
            }
        }
    }

    void Place(IReadOnlyList<Checkpoint> bulk, ImagePlace[] places)
    {
        for (var index = 0; index < places.Length; index++)
        {
            var key = bulk[index].Key;
            _live += places[index].Length - (_places.TryGetValue(key, out var outdated) ? outdated.Length : 0);
            _places[key] = places[index];
        }
    }

    // The bulk is durable already; a segment that could not be rewritten is only longer than it need be.
    void TryCompact()
    {
        try
        {
            Compact();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            SiloMetrics.CheckpointCompactionsFailed.Inc();
            LogCompactionFailed(fault.Message);
        }
    }

    void Compact()
    {
        var outdated = _segment;
        var places = new Dictionary<string, ImagePlace>(_places.Count, StringComparer.Ordinal);
        _segment = Segment.Create(_folder, outdated.Number + 1, fresh =>
        {
            foreach (var keys in _places.Keys.Chunk(64))
            {
                Checkpoint[] bulk = [.. keys.Select(key => new Checkpoint(key, _places[key].Version, outdated.Read(_places[key])))];
                var moved = fresh.Append(bulk);
                for (var index = 0; index < moved.Length; index++)
                    places[bulk[index].Key] = moved[index];
            }
        });
        _places = places;
        outdated.Dispose();
        File.Delete(outdated.Path);
        SiloMetrics.CheckpointCompactions.Inc();
    }

    Segment OpenNewest()
    {
        foreach (var unfinished in Directory.EnumerateFiles(_folder, "*.new"))
            File.Delete(unfinished);

        var found = Directory.EnumerateFiles(_folder).Where(file => Segment.NumberOf(file) is not null).OrderBy(file => Segment.NumberOf(file)).ToList();
        if (found.Count == 0)
            return Segment.Create(_folder, 1, static _ => { });

        var (segment, scan, torn) = Segment.Open(found[^1]);
        _places = scan.Newest;
        _live = _places.Values.Sum(place => (long)place.Length);
        if (torn > 0)
            LogTorn(segment.Path, torn);
        if (scan.DamagedBulks > 0)
            LogDamaged(segment.Path, scan.DamagedBulks);
        LogOpened(_places.Count, _live);

        // The newest holds everything: an older one is left when a crash came between its completion and this line.
        foreach (var outdated in found[..^1])
            File.Delete(outdated);
        return segment;
    }

    static SafeFileHandle Claim(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return File.OpenHandle(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointsUnavailableException($"The folder {folder} cannot be used: another process has it, or it is not writable. {fault.Message}", fault);
        }
    }

    CheckpointsUnavailableException Unavailable(Exception fault) => new($"{_folder}: {fault.Message}", fault);

    [LoggerMessage(LogLevel.Information, "{Checkpoints} checkpoints read, {Bytes} bytes")]
    partial void LogOpened(int checkpoints, long bytes);

    [LoggerMessage(LogLevel.Information, "{Path}: {Bytes} bytes of a write that a crash interrupted were cut off; nothing of it had been receipted")]
    partial void LogTorn(string path, long bytes);

    [LoggerMessage(LogLevel.Error, "{Path}: {Bulks} bulks that were durable are damaged and were passed over; owners fall back to their checkpoint before")]
    partial void LogDamaged(string path, int bulks);

    [LoggerMessage(LogLevel.Warning, "Checkpoints could not be rewritten into a shorter file: {Reason}")]
    partial void LogCompactionFailed(string reason);
}
