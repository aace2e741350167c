using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains.Checkpoints;

/// <summary>
/// Makes the silo's checkpoints durable: the newest image of every owner, many owners in one write.
/// Holds at most one waiting image per owner beside the bulk being written. While the store fails nothing becomes durable,
/// so nothing is receipted; the images wait and are tried again.
/// </summary>
public sealed partial class CheckpointWriter(
    ICheckpointStore store, CheckpointOptions options, TimeProvider time, ILogger<CheckpointWriter> logger) : BackgroundService
{
    readonly ConcurrentDictionary<string, CheckpointSlot> _slots = new(StringComparer.Ordinal);
    readonly Lock _gate = new();
    readonly Channel<bool> _work = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    Dictionary<CheckpointSlot, Checkpoint> _pending = [];
    TaskCompletionSource<bool>? _flushed;
    CancellationTokenSource? _pause;
    bool _ended;
    volatile string? _fault;

    /// <summary>Why the store could not keep the last bulk; null when it could.</summary>
    public string? Fault => _fault;

    /// <summary>The place of one owner; the same for the same key.</summary>
    public CheckpointSlot Open(string key) => _slots.GetOrAdd(key, static (name, writer) => new(writer, name), this);

    internal void Offer(CheckpointSlot slot, long version, ReadOnlyMemory<byte> image)
    {
        lock (_gate)
        {
            _pending[slot] = new(slot.Key, version, image);
            GrainMetrics.CheckpointsPending.Set(_pending.Count);
        }

        _work.Writer.TryWrite(true);
    }

    /// <summary>Completes after the next write has been tried: true when everything offered before the call is durable.</summary>
    internal Task<bool> FlushAsync()
    {
        Task<bool> flushed;
        lock (_gate)
        {
            if (_ended)
                return Task.FromResult(false);
            _flushed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            flushed = _flushed.Task;
            // Never inline: the writer would go on with the disk on the caller's thread.
            _ = _pause?.CancelAsync();
        }

        _work.Writer.TryWrite(true);
        return flushed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _work.Reader.WaitToReadAsync(stoppingToken))
            {
                _work.Reader.TryRead(out _);
                await PauseAsync(await WriteAsync() ? options.Pace : options.RetryAfter, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was offered last is written once more below: owners that stop have waited for nothing else.
            await WriteAsync();
        }
        finally
        {
            End();
        }
    }

    /// <summary>Lets others join the next write; whoever wants it now ends the pause.</summary>
    async Task PauseAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        if (wait == TimeSpan.Zero)
            return;

        using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        lock (_gate)
        {
            if (_flushed is not null)
                return;
            _pause = pause;
        }

        try
        {
            await Task.Delay(wait, time, pause.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            lock (_gate)
                _pause = null;
        }
    }

    async Task<bool> WriteAsync()
    {
        var (bulk, flushed) = Take();
        var written = bulk.Count == 0 || await TryWriteAsync(bulk);
        flushed?.SetResult(written);
        return written;
    }

    (Dictionary<CheckpointSlot, Checkpoint> Bulk, TaskCompletionSource<bool>? Flushed) Take()
    {
        lock (_gate)
        {
            var taken = (_pending, _flushed);
            _pending = [];
            _flushed = null;
            GrainMetrics.CheckpointsPending.Set(0);
            return taken;
        }
    }

    async Task<bool> TryWriteAsync(Dictionary<CheckpointSlot, Checkpoint> bulk)
    {
        var started = time.GetTimestamp();
        try
        {
            // Not cancelled by a stop: what is half written would have to be written again.
            await store.WriteAsync([.. bulk.Values], CancellationToken.None);
        }
        catch (CheckpointsUnavailableException unavailable)
        {
            PutBack(bulk);
            Failed(unavailable);
            return false;
        }
        catch (CheckpointsOvertakenException overtaken)
        {
            Overtaken(bulk, overtaken);
        }

        foreach (var (slot, checkpoint) in bulk)
            slot.DurableVersion = checkpoint.Version;
        Succeeded(bulk, time.GetElapsedTime(started));
        return true;
    }

    void Overtaken(Dictionary<CheckpointSlot, Checkpoint> bulk, CheckpointsOvertakenException overtaken)
    {
        foreach (var slot in bulk.Keys.Where(slot => overtaken.Keys.Contains(slot.Key)).ToList())
        {
            slot.IsOvertaken = true;
            bulk.Remove(slot);
        }

        GrainMetrics.CheckpointsOvertaken.Inc(overtaken.Keys.Length);
        LogOvertaken(overtaken.Message);
    }

    void PutBack(Dictionary<CheckpointSlot, Checkpoint> bulk)
    {
        lock (_gate)
        {
            foreach (var (slot, checkpoint) in bulk)
                _pending.TryAdd(slot, checkpoint);
            GrainMetrics.CheckpointsPending.Set(_pending.Count);
        }

        _work.Writer.TryWrite(true);
    }

    void Failed(CheckpointsUnavailableException unavailable)
    {
        GrainMetrics.CheckpointWritesFailed.Inc();
        GrainMetrics.CheckpointsWritable.Set(0);
        if (_fault is null)
            LogUnavailable(unavailable.Message);
        _fault = unavailable.Message;
    }

    void Succeeded(Dictionary<CheckpointSlot, Checkpoint> bulk, TimeSpan took)
    {
        GrainMetrics.CheckpointWriteDuration.Observe(took.TotalSeconds);
        GrainMetrics.CheckpointsWritten.Inc(bulk.Count);
        GrainMetrics.CheckpointBytes.Inc(bulk.Values.Sum(checkpoint => (long)checkpoint.Image.Length));
        GrainMetrics.CheckpointsWritable.Set(1);
        if (_fault is not null)
            LogAvailable();
        _fault = null;
    }

    void End()
    {
        lock (_gate)
        {
            _ended = true;
            _flushed?.SetResult(false);
            _flushed = null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Checkpoints cannot be written: {Reason}. No receipt is given until they can")]
    partial void LogUnavailable(string reason);

    [LoggerMessage(LogLevel.Warning, "{Reason} Their owners begin anew with what stands")]
    partial void LogOvertaken(string reason);

    [LoggerMessage(LogLevel.Information, "Checkpoints can be written again")]
    partial void LogAvailable();
}
