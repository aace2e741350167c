using DcOps.Grains.Checkpoints;
using DcOps.Grains.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace DcOps.Grains.Owners;

/// <summary>Where owners find their checkpoints and their part of the journal.</summary>
public sealed class OwnerCheckpoints(
    ICheckpointStore store, CheckpointWriter writer, IDeliveryJournal journal, IServiceProvider services, TimeProvider time)
{
    /// <summary>Whether receipts rest on a journal, so that images may be written seldom.</summary>
    public bool HasJournal => journal.IsKept;

    /// <param name="key">Names the owner and its kind, as in <c>room/NJ-01/R01</c>.</param>
    public OwnerCheckpoint<TImage> Open<TImage>(string key)
        where TImage : class =>
        new(store, writer.Open(key), new(services.GetRequiredService<Serializer<OwnerImage<TImage>>>()), journal.Open(key), time);
}
