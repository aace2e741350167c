namespace DcOps.Domain.Alarms;

/// <summary>What happened to an alarm.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum AlarmEvent : byte
{
    /// <summary>The condition held for the on-delay.</summary>
    Raised = 0,

    /// <summary>The condition was gone for the off-delay.</summary>
    Returned = 1,

    /// <summary>The condition became more urgent while it stood.</summary>
    Worsened = 2,

    /// <summary>What the rule needs is no longer known; the alarm stays as it is.</summary>
    DataLost = 3,
    DataRegained = 4,
    Acknowledged = 5,

    /// <summary>The time of an acknowledgement ran out and the condition still holds.</summary>
    AcknowledgementExpired = 6,
    Reset = 7,
    Shelved = 8,
    Unshelved = 9,
    ShelvingExpired = 10,
    Suppressed = 11,
    SuppressionEnded = 12,
    RemovedFromService = 13,
    ReturnedToService = 14,
    Assigned = 15,
    Commented = 16,

    /// <summary>The command before was taken back.</summary>
    Undone = 17,
    FlappingBegan = 18,
    FlappingEnded = 19,

    /// <summary>Readings that came late show that the condition held then. Nobody is alarmed for the past.</summary>
    RaisedInThePast = 20,

    /// <summary>Readings that came late show that the condition ended then.</summary>
    ReturnedInThePast = 21,
}
