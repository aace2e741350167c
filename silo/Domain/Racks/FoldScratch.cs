using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Racks;

/// <summary>Lists that one fold fills and the next one reuses, so that folding allocates nothing of its own.</summary>
sealed class FoldScratch
{
    public EnergyPieces Pieces { get; } = new();

    /// <summary>Readings that were new, unusable ones included: what rules of alarms are shown.</summary>
    public List<Reading> Taken { get; } = [];

    /// <summary>Minutes that a series ended.</summary>
    public List<KeyValuePair<DateTimeOffset, MinuteRollup>> Closed { get; } = [];

    /// <summary>Minutes for which all of the rack's meters are known.</summary>
    public List<IntervalPiece> RackMinutes { get; } = [];

    /// <summary>15-minute intervals for which all of the rack's meters are known.</summary>
    public List<IntervalPiece> RackQuarters { get; } = [];
}
