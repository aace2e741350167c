namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Why the time of receipt stands in for a device's own.</summary>
public enum TimeFault : byte
{
    /// <summary>The device's time was taken, or the mapping takes none.</summary>
    None = 0,

    /// <summary>There is a time, and it is not of the form that the mapping tells.</summary>
    Unreadable = 1,

    /// <summary>Too long before the receipt: a clock that was never set, or a message that waited.</summary>
    TooOld = 2,

    /// <summary>Too long after the receipt.</summary>
    FromTheFuture = 3,
}
