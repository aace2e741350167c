namespace DcOps.Collectors.Snmp.Walking;

/// <summary>In what way an object of an otherwise answered poll failed.</summary>
public enum WalkFaultKind : byte
{
    /// <summary>The next row did not come after the last one: the agent would lead us in a circle.</summary>
    NotIncreasing = 1,

    /// <summary>More rows than any device has.</summary>
    Endless,

    /// <summary>Fewer rows than at the poll before; said once.</summary>
    Shrunk,

    /// <summary>genErr, or another error status, for this object alone.</summary>
    Error,

    /// <summary>The agent cannot say even this one object in a datagram.</summary>
    TooBig,

    /// <summary>The agent answered with less than was asked, or with another object.</summary>
    NotAnswered,
}
