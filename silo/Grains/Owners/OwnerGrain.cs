using DcOps.Contracts;
using DcOps.Domain.History;
using DcOps.Domain.Telemetry;

namespace DcOps.Grains.Owners;

/// <summary>
/// What rooms and facilities have in common: state that is folded in memory, checkpointed when it changed, told upward
/// every second. One timer does it all; nothing in here waits for another grain or a disk.
/// </summary>
/// <typeparam name="TImage">The state as it is saved.</typeparam>
public abstract class OwnerGrain<TImage>(OwnerParts parts, string kind) : Grain, IReadingOwner
    where TImage : class
{
    readonly RecentRows _recentRows = new(parts.RollUps.RowsSettleIn);
    OwnerCheckpoint<TImage> _checkpoint = null!;
    DateTimeOffset _checkpointAt;
    DateTimeOffset _savedAt;
    DateTimeOffset _rollUpAt;
    Task _report = Task.CompletedTask;

    protected OwnerParts Parts { get; } = parts;

    protected DateTimeOffset Now => Parts.Time.GetUtcNow();

    /// <summary>Whether the inventory has this owner; the members below are only used when it does.</summary>
    protected abstract bool Exists { get; }

    protected abstract bool IsDirty { get; }

    /// <summary>Time between two images when nothing waits for one.</summary>
    protected virtual TimeSpan CheckpointEvery =>
        Parts.Checkpoints.HasJournal ? Parts.Checkpointing.JournaledInterval : Parts.Checkpointing.Interval;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _checkpoint = Parts.Checkpoints.Open<TImage>($"{kind}/{this.GetPrimaryKeyString()}");
        if (!Exists)
            return;

        var image = await _checkpoint.RestoreAsync(SequencesOf, cancellationToken);
        Begin(image?.State);
        await PrepareAsync();
        await ReplayAsync(cancellationToken);
        foreach (var rows in image?.RecentRows ?? [])
            Tell(rows, Now);

        var tick = Parts.RollUps.Interval < Parts.Checkpointing.Interval ? Parts.RollUps.Interval : Parts.Checkpointing.Interval;
        this.RegisterGrainTimer(
            static (grain, _) => grain.TickAsync(),
            this,
            new GrainTimerCreationOptions(tick * Random.Shared.NextDouble(), tick) { KeepAlive = true });
    }

    /// <summary>The last image is made durable, so that an orderly stop has nothing to deliver again.</summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (!Exists)
            return;

        if (IsDirty && !_checkpoint.IsOvertaken)
            Checkpoint(Now);
        await _checkpoint.FlushAsync().WaitAsync(cancellationToken);
    }

    public ValueTask<FoldReceipt> Fold(string collector, long after, ImmutableArray<ReadingBatch> batches)
    {
        if (!Exists)
            throw new ArgumentException($"The inventory has no {kind} {this.GetPrimaryKeyString()}.", nameof(batches));

        // Refused, so that the batches come again: what they would be folded into is not kept.
        if (_checkpoint.IsOvertaken)
            throw new InvalidOperationException($"Another silo has {kind} {this.GetPrimaryKeyString()}; what it wrote is restored next.");

        var duplicates = 0;
        if (FoldedThrough(collector) >= after)
        {
            var now = Now;
            foreach (var batch in batches)
            {
                var outcome = Fold(batch, now);
                duplicates += outcome.Duplicate ? 1 : 0;
                GrainMetrics.Count(outcome);
            }

            // In order of sequence, so those that had been folded before stand in front.
            _checkpoint.Folded(collector, duplicates == 0 ? batches : batches[duplicates..], now);
        }

        return ValueTask.FromResult(new FoldReceipt(FoldedThrough(collector), _checkpoint.DurableThrough(collector), duplicates));
    }

    public ValueTask<long> DurableThrough(string collector) => ValueTask.FromResult(_checkpoint.DurableThrough(collector));

    /// <param name="image">Null when the owner was never checkpointed.</param>
    protected abstract void Begin(TImage? image);

    /// <summary>What must be read before the first batch is folded, besides the checkpoint; it does not fail when that is away.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>What the clock alone does, every tick.</summary>
    protected virtual void Sweep(DateTimeOffset now)
    {
    }

    protected abstract long FoldedThrough(string collector);

    protected abstract FoldOutcome Fold(ReadingBatch batch, DateTimeOffset receivedAt);

    protected abstract HistoryBatch TakeRows(DateTimeOffset now);

    /// <summary>Tells the grain above.</summary>
    protected abstract ValueTask ReportAsync(DateTimeOffset now);

    /// <summary>Called after rows were handed to history, those of before a restart included.</summary>
    protected virtual void Told(HistoryBatch rows, DateTimeOffset now)
    {
    }

    protected abstract TImage Save();

    protected abstract ImmutableArray<CollectorSequence> SequencesOf(TImage image);

    async Task ReplayAsync(CancellationToken cancellationToken)
    {
        var folded = 0;
        await foreach (var (batch, receivedAt) in _checkpoint.ReplayAsync(cancellationToken))
            folded += Fold(batch, receivedAt).Duplicate ? 0 : 1;

        GrainMetrics.Replayed.Inc(folded);
        if (folded == 0)
            _checkpoint.CoverReplayed();

        // Spread, so that the owners of a silo do not all write at once.
        if (Parts.Checkpoints.HasJournal)
            _checkpointAt = Now + (CheckpointEvery * Random.Shared.NextDouble());
    }

    Task TickAsync()
    {
        if (_checkpoint.IsOvertaken)
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }

        var now = Now;
        Sweep(now);
        _checkpoint.Settle();
        if (IsDirty && (now >= _checkpointAt || (_checkpoint.IsWanted && now >= _savedAt + Parts.Checkpointing.Interval)))
            Checkpoint(now);

        if (now >= _rollUpAt && !Parts.Gate.IsClosed)
        {
            _rollUpAt = now + Parts.RollUps.Interval;
            Tell(TakeRows(now), now);
            // A report that is still under way is not waited for: the next one replaces it anyway.
            if (_report.IsCompleted)
                _report = TellAboveAsync(now);
        }

        return Task.CompletedTask;
    }

    // Before the rows of this tick are taken: were they lost in a crash, this image would have them taken again.
    void Checkpoint(DateTimeOffset now)
    {
        _savedAt = now;
        _checkpointAt = now + CheckpointEvery;
        var image = Save();
        _checkpoint.Offer(new(image, _recentRows.Save(now)), SequencesOf(image));
    }

    void Tell(HistoryBatch rows, DateTimeOffset now)
    {
        if (rows.Rows == 0)
            return;

        _recentRows.Add(rows, now);
        Parts.History.Offer(rows);
        Told(rows, now);
    }

    async Task TellAboveAsync(DateTimeOffset now)
    {
        try
        {
            await ReportAsync(now);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The next report replaces this one; the count says that one was lost.
            GrainMetrics.ReportsLost.Inc();
        }
    }
}
