using DcOps.Domain.Telemetry;
using DcOps.Grains.Checkpoints;

namespace DcOps.Grains.Owners;

/// <summary>One owner's checkpoints, and which sequences they make durable.</summary>
public sealed class OwnerCheckpoint<TImage>
    where TImage : class
{
    readonly ICheckpointStore _store;
    readonly CheckpointSlot _slot;
    readonly ImageCodec<OwnerImage<TImage>> _codec;
    readonly TimeProvider _time;
    readonly Queue<(long Version, ImmutableArray<CollectorSequence> Sequences)> _underWay = [];
    ImmutableArray<CollectorSequence> _durable = [];
    long _version;

    internal OwnerCheckpoint(
        ICheckpointStore store, CheckpointSlot slot, ImageCodec<OwnerImage<TImage>> codec, TimeProvider time)
    {
        _store = store;
        _slot = slot;
        _codec = codec;
        _time = time;
    }

    /// <summary>The state as it was made durable last; null when it never was.</summary>
    /// <exception cref="CheckpointFormatException">A newer version wrote it.</exception>
    /// <exception cref="CheckpointsUnavailableException">The store cannot be read now.</exception>
    internal async Task<OwnerImage<TImage>?> RestoreAsync(
        Func<TImage, ImmutableArray<CollectorSequence>> sequencesOf, CancellationToken cancellationToken)
    {
        if (await _store.ReadAsync(_slot.Key, cancellationToken) is not { } checkpoint)
            return null;

        var image = _codec.Decode(checkpoint.Key, checkpoint.Image);
        _version = checkpoint.Version;
        _durable = sequencesOf(image.State);
        return image;
    }

    /// <summary>Hands an image to the writer; never waits.</summary>
    /// <param name="sequences">What is folded into it.</param>
    internal void Offer(OwnerImage<TImage> image, ImmutableArray<CollectorSequence> sequences)
    {
        // From the clock, so that it grows across restarts; from the last, should the clock step back.
        _version = Math.Max(_version + 1, _time.GetUtcNow().UtcTicks);
        _underWay.Enqueue((_version, sequences));
        _slot.Offer(_version, _codec.Encode(image));
        Settle();
    }

    /// <summary>Highest sequence of the collector that would survive a crash; 0 when there is none.</summary>
    internal long DurableThrough(string collector)
    {
        Settle();
        foreach (var durable in _durable)
        {
            if (durable.Collector == collector)
                return durable.Sequence;
        }

        return 0;
    }

    internal Task<bool> FlushAsync() => _slot.FlushAsync();

    void Settle()
    {
        while (_underWay.TryPeek(out var oldest) && oldest.Version <= _slot.DurableVersion)
            _durable = _underWay.Dequeue().Sequences;
    }
}
