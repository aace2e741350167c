namespace DcOps.Simulator.Faults;

/// <summary>What can be broken by command.</summary>
public enum FaultKind
{
    /// <summary>A device answers nothing and publishes nothing.</summary>
    Silent,

    /// <summary>A device's energy register starts at zero again, and its reset date says so.</summary>
    Reset,

    /// <summary>A device is exchanged for another (new serial number) whose register stands just below its modulus.</summary>
    Wrap,

    /// <summary>A device goes on answering, with values that no longer move.</summary>
    Stuck,

    /// <summary>A row of racks loses one feed; the other carries the load.</summary>
    Trip,

    /// <summary>A facility is cut off: none of its devices answers or publishes.</summary>
    Wan,

    /// <summary>The leak rope of a coolant distribution unit lies in liquid.</summary>
    Leak,

    /// <summary>The first pump of a coolant distribution unit stands still.</summary>
    Pump,
}
