namespace DcOps.Collectors.Pipeline.Profiles.Units;

/// <summary>What kind of thing a unit measures; a profile that gives a quantity a unit of another kind is refused.</summary>
public enum Dimension : byte
{
    ActivePower,
    ApparentPower,
    ReactivePower,
    ActiveEnergy,
    Voltage,
    Current,
    Frequency,

    /// <summary>Canonical unit 1: ratios, power factors, humidity.</summary>
    Ratio,
    Temperature,
    Duration,

    /// <summary>An instant, seconds of Unix time.</summary>
    Instant,
    Flow,
    Pressure,
    RotationalSpeed,
    Volume,

    /// <summary>Of a battery, Ah.</summary>
    Charge,
    ReactiveEnergy,

    /// <summary>Bytes.</summary>
    Data,

    /// <summary>bit/s.</summary>
    DataRate,
    Count,

    /// <summary>A code, not a number: it has no unit.</summary>
    Condition,
}
