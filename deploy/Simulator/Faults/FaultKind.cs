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

    /// <summary>A row's breaker on one feed opens: the other carries the load, and what the feed alone powered is dead.</summary>
    Trip,

    /// <summary>A facility is cut off: none of its devices answers or publishes.</summary>
    Wan,

    /// <summary>The leak rope of a coolant distribution unit lies in liquid.</summary>
    Leak,

    /// <summary>The first pump of a coolant distribution unit stands still.</summary>
    Pump,

    /// <summary>The air handler of a row stops; the row's air warms over minutes.</summary>
    Cooling,

    /// <summary>The input of the site's UPS is gone: it runs on its battery as long as that lasts.</summary>
    Battery,

    /// <summary>A sensor goes to and fro over its limit.</summary>
    Flap,
}
