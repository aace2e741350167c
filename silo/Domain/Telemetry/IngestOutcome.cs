namespace DcOps.Domain.Telemetry;

/// <summary>What became of a batch. Every outcome but <see cref="Unavailable"/> lets the outbox forget the batch.</summary>
public enum IngestOutcome : byte
{
    /// <summary>Folded, and what it changed would survive <c>kill -9</c> of any process.</summary>
    Stored = 0,

    /// <summary>Had been stored before; nothing was counted twice.</summary>
    Duplicate = 1,

    /// <summary>No rack or facility of that location is in the inventory; counted and named, not kept.</summary>
    UnknownLocation = 2,

    /// <summary>Could not be stored now; deliver it again.</summary>
    Unavailable = 3,
}
