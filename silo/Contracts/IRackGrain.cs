using DcOps.Domain.Racks;

namespace DcOps.Contracts;

/// <summary>A rack's own grain and public contract. Key: the rack id. It speaks for its rack and keeps no second copy of its state.</summary>
[Alias("rack")]
public interface IRackGrain : IGrainWithStringKey
{
    /// <summary>Null when no such rack is in the inventory.</summary>
    [Alias("Snapshot")]
    ValueTask<RackSnapshot?> Snapshot();
}
