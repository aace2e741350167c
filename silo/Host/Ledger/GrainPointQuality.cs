using DcOps.Contracts;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ledger;

/// <summary>Asks the room grains; one that does not answer is told as such, and the others still count.</summary>
sealed partial class GrainPointQuality(IGrainFactory grains, ILogger<GrainPointQuality> logger) : IPointQuality
{
    public async Task<RoomQualityReport?> OfAsync(RoomId room, CancellationToken cancellationToken)
    {
        try
        {
            return await grains.GetGrain<IRoomGrain>(room.Value).Quality().AsTask().WaitAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException)
        {
            LogSilent(room.Value, fault.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Room} does not tell its points' quality: {Reason}")]
    partial void LogSilent(string room, string reason);
}
