using DcOps.Grains.Checkpoints;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace DcOps.Grains.Owners;

/// <summary>Where owners find their checkpoints.</summary>
public sealed class OwnerCheckpoints(ICheckpointStore store, CheckpointWriter writer, IServiceProvider services, TimeProvider time)
{
    /// <param name="key">Names the owner and its kind, as in <c>room/NJ-01/R01</c>.</param>
    public OwnerCheckpoint<TImage> Open<TImage>(string key)
        where TImage : class =>
        new(store, writer.Open(key), new(services.GetRequiredService<Serializer<OwnerImage<TImage>>>()), time);
}
