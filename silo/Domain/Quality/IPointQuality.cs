using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>Asks rooms what they know of their points' quality.</summary>
public interface IPointQuality
{
    /// <summary>Null when the room did not answer.</summary>
    Task<RoomQualityReport?> OfAsync(RoomId room, CancellationToken cancellationToken);
}
