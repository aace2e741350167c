namespace DcOps.Domain.Telemetry;

/// <summary>By which of a collector's two ways a batch came.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum ReadingLane : byte
{
    /// <summary>In order of sequence, nothing left out: minutes, energy and everything that is kept come from here.</summary>
    Ordered = 0,

    /// <summary>
    /// Past the backlog of an outage: shown at once as what is live, and in nothing that is kept. The same readings come
    /// again in their order, behind the backlog.
    /// </summary>
    Ahead = 1,

    /// <summary>In order, out of the backlog of an outage: folded as <see cref="Ordered"/> is, and known to be late.</summary>
    Backfill = 2,

    /// <summary>
    /// In order, and of the past by its device's own word: kept by a device while nobody heard it. It fills minutes of
    /// history that have nothing; it is never shown as live, raises no alarm and proves no energy.
    /// </summary>
    Historical = 3,
}
