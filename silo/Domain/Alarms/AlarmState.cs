namespace DcOps.Domain.Alarms;

/// <summary>The states of ISA-18.2 / IEC 62682; the letters are those of the standard's diagram.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum AlarmState : byte
{
    /// <summary>A: the process is normal and nothing waits for anybody.</summary>
    Normal = 0,

    /// <summary>B.</summary>
    Unacknowledged = 1,

    /// <summary>C.</summary>
    Acknowledged = 2,

    /// <summary>D: normal again before anybody saw it.</summary>
    ReturnedUnacknowledged = 3,

    /// <summary>E: normal again, latched, not yet seen.</summary>
    LatchedUnacknowledged = 4,

    /// <summary>F: normal again, seen, waits for a reset.</summary>
    LatchedAcknowledged = 5,

    /// <summary>G: put aside by a person for a limited time.</summary>
    Shelved = 6,

    /// <summary>H: put aside by a rule of the design.</summary>
    SuppressedByDesign = 7,

    /// <summary>I: put aside by a person without a time limit, for work on the equipment.</summary>
    OutOfService = 8,
}
