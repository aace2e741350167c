namespace DcOps.Domain.Telemetry;

/// <summary>What is measured. Each quantity fixes one canonical unit, given in its comment; values travel in no other.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum Quantity : byte
{
    None = 0,

    /// <summary>W.</summary>
    ActivePower = 1,

    /// <summary>VA.</summary>
    ApparentPower = 2,

    /// <summary>var.</summary>
    ReactivePower = 3,

    /// <summary>Cumulative register, Wh.</summary>
    ActiveEnergy = 4,

    /// <summary>V.</summary>
    Voltage = 5,

    /// <summary>A.</summary>
    Current = 6,

    /// <summary>Hz.</summary>
    Frequency = 7,

    /// <summary>1, from -1 to 1.</summary>
    PowerFactor = 8,

    /// <summary>°C, at the IT equipment's air inlet (ASHRAE TC 9.9).</summary>
    InletTemperature = 9,

    /// <summary>°C, anywhere else.</summary>
    Temperature = 10,

    /// <summary>Relative humidity, 0 to 1.</summary>
    Humidity = 11,

    /// <summary>°C.</summary>
    DewPoint = 12,

    /// <summary>Load over rating, 0 to 1 and above.</summary>
    LoadRatio = 13,

    /// <summary>Battery charge, 0 to 1.</summary>
    BatteryCharge = 14,

    /// <summary>Remaining time on battery, s.</summary>
    BatteryRuntime = 15,

    /// <summary>Condition of the device or part as <see cref="ConditionCode"/>.</summary>
    Condition = 16,

    /// <summary>Time since the device's agent started, s.</summary>
    Uptime = 17,

    /// <summary>When the register was last set back, seconds of Unix time: evidence of a reset.</summary>
    RegisterResetAt = 18,

    /// <summary>Time on battery, s; 0 when not on battery.</summary>
    SecondsOnBattery = 19,

    /// <summary>Volume flow of a liquid, m³/s.</summary>
    LiquidFlow = 20,

    /// <summary>Volume flow of air, m³/s.</summary>
    AirFlow = 21,

    /// <summary>Pa.</summary>
    Pressure = 22,

    /// <summary>Rotational speed, 1/min.</summary>
    FanSpeed = 23,

    /// <summary>Heat removed, W.</summary>
    CoolingPower = 24,

    /// <summary>Cumulative water register, L.</summary>
    WaterVolume = 25,

    /// <summary>Phase or feed imbalance, 0 to 1.</summary>
    Imbalance = 26,

    /// <summary>A count without unit (batteries, alarms present).</summary>
    Count = 27,
}
