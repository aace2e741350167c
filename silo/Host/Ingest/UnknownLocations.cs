using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest;

/// <summary>Counts batches of locations that the inventory does not know, and names each location once.</summary>
sealed partial class UnknownLocations(ILogger logger)
{
    // Beyond this many, a name more tells nobody anything; the counter goes on.
    const int MostNamed = 1_000;

    readonly HashSet<Location> _named = [];

    public void Count(ReadingBatch batch)
    {
        lock (_named)
        {
            if (_named.Count < MostNamed && _named.Add(batch.Location))
                LogUnknown(batch.Collector, batch.Location);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Collector} delivers for {Location}, which is not in the inventory: its batches are counted and not kept")]
    partial void LogUnknown(string collector, Location location);
}
