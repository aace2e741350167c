using DcOps.Domain.Telemetry;
using DcOps.Grains.Checkpoints;
using DcOps.Grains.Journal;

namespace DcOps.Grains.Owners;

/// <summary>One owner's checkpoints and records in the journal, and which sequences they make durable.</summary>
public sealed class OwnerCheckpoint<TImage>
    where TImage : class
{
    readonly ICheckpointStore _store;
    readonly CheckpointSlot _slot;
    readonly ImageCodec<OwnerImage<TImage>> _codec;
    readonly OwnerJournal _journal;
    readonly TimeProvider _time;
    readonly Queue<(long Version, ImmutableArray<CollectorSequence> Sequences, long Position)> _underWay = [];
    ImmutableArray<CollectorSequence> _durable = [];
    long _version;

    internal OwnerCheckpoint(
        ICheckpointStore store, CheckpointSlot slot, ImageCodec<OwnerImage<TImage>> codec, IJournalPlace journal, TimeProvider time)
    {
        _store = store;
        _slot = slot;
        _codec = codec;
        _journal = new(journal);
        _time = time;
    }

    /// <summary>Whether an image is wanted before its time; see <see cref="IJournalPlace.IsWanted"/>.</summary>
    internal bool IsWanted => _journal.IsWanted;

    /// <summary>Whether another silo has the owner; see <see cref="CheckpointSlot.IsOvertaken"/>.</summary>
    internal bool IsOvertaken => _slot.IsOvertaken;

    /// <summary>The state as it was made durable last; null when it never was.</summary>
    /// <exception cref="CheckpointFormatException">A newer version wrote it.</exception>
    /// <exception cref="CheckpointsUnavailableException">The store cannot be read now.</exception>
    internal async Task<OwnerImage<TImage>?> RestoreAsync(
        Func<TImage, ImmutableArray<CollectorSequence>> sequencesOf, CancellationToken cancellationToken)
    {
        _slot.Begin();
        if (await _store.ReadAsync(_slot.Key, cancellationToken) is not { } checkpoint)
            return null;

        var image = _codec.Decode(checkpoint.Key, checkpoint.Image);
        _version = checkpoint.Version;
        _durable = sequencesOf(image.State);
        return image;
    }

    /// <summary>What was folded after the restored state and was durable, in order; some of it may be in the state already.</summary>
    /// <exception cref="JournalFormatException">A newer version wrote it.</exception>
    internal IAsyncEnumerable<(ReadingBatch Batch, DateTimeOffset ReceivedAt)> ReplayAsync(CancellationToken cancellationToken) =>
        _journal.ReplayAsync(_version, cancellationToken);

    /// <summary>The restored state holds everything of the journal: its records are not needed any more.</summary>
    internal void CoverReplayed() => _journal.Cover(_journal.Position);

    /// <summary>Hands what was folded to the journal; never waits.</summary>
    /// <param name="batches">Not folded before; in order of sequence.</param>
    internal void Folded(string collector, ImmutableArray<ReadingBatch> batches, DateTimeOffset receivedAt) =>
        _journal.Folded(collector, batches, receivedAt);

    /// <summary>Hands an image to the writer; never waits.</summary>
    /// <param name="sequences">What is folded into it.</param>
    internal void Offer(OwnerImage<TImage> image, ImmutableArray<CollectorSequence> sequences)
    {
        // From the clock, so that it grows across restarts; from the last, should the clock step back.
        _version = Math.Max(_version + 1, _time.GetUtcNow().UtcTicks);
        _underWay.Enqueue((_version, sequences, _journal.Position));
        _slot.Offer(_version, _codec.Encode(image));
        _journal.Imaged(_version);
        Settle();
    }

    /// <summary>Highest sequence of the collector that would survive a crash; 0 when there is none.</summary>
    internal long DurableThrough(string collector)
    {
        Settle();
        var journaled = _journal.DurableThrough(collector, _slot.DurableVersion);
        foreach (var durable in _durable)
        {
            if (durable.Collector == collector)
                return Math.Max(journaled, durable.Sequence);
        }

        return journaled;
    }

    internal async Task<bool> FlushAsync()
    {
        var flushed = !IsOvertaken && await _slot.FlushAsync();
        Settle();
        return flushed;
    }

    /// <summary>Takes note of images that became durable, and lets go of the records they cover.</summary>
    internal void Settle()
    {
        while (_underWay.TryPeek(out var oldest) && oldest.Version <= _slot.DurableVersion)
        {
            _durable = oldest.Sequences;
            _journal.Cover(oldest.Position);
            _underWay.Dequeue();
        }
    }
}
