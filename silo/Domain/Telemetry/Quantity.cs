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

    /// <summary>°C of the air or liquid that a cooling unit delivers; of a liquid on part <see cref="PartKind.Loop"/>.</summary>
    SupplyTemperature = 28,

    /// <summary>°C of the air or liquid that comes back to a cooling unit.</summary>
    ReturnTemperature = 29,

    /// <summary>Between two places (across a filter, a pump, a loop), Pa.</summary>
    DifferentialPressure = 30,

    /// <summary>Speed of a fan, pump or compressor over its highest, 0 to 1.</summary>
    SpeedRatio = 31,

    /// <summary>Opening of a valve or damper, 0 to 1.</summary>
    Position = 32,

    /// <summary>What a tank holds over what it can, 0 to 1.</summary>
    Level = 33,

    /// <summary>Charge that a battery holds, lacks or can take, Ah.</summary>
    BatteryCapacity = 34,

    /// <summary>A battery's capacity over that of a new one, 0 to 1.</summary>
    BatteryHealth = 35,

    /// <summary>Output over input, 0 to 1; a cooling unit's heat over its power, above 1.</summary>
    Efficiency = 36,

    /// <summary>Total harmonic distortion, 0 to 1 and above.</summary>
    Distortion = 37,

    /// <summary>Cumulative, varh; negative where it is capacitive.</summary>
    ReactiveEnergy = 38,

    /// <summary>Time that a machine has run in its life, s.</summary>
    OperatingTime = 39,

    /// <summary>What the part is made for, W.</summary>
    RatedPower = 40,

    /// <summary>What the part is made for, A.</summary>
    RatedCurrent = 41,

    /// <summary>What a controller aims at, °C.</summary>
    TemperatureSetpoint = 42,

    /// <summary>What a controller aims at, 0 to 1.</summary>
    HumiditySetpoint = 43,

    /// <summary>What a controller aims at or acts at, V.</summary>
    VoltageSetpoint = 44,

    /// <summary>Share in use of a processor, a memory or a file system, 0 to 1.</summary>
    Utilization = 45,

    /// <summary>Octets that a port has received since its counter began, bytes.</summary>
    ReceivedData = 46,

    /// <summary>Octets that a port has sent since its counter began, bytes.</summary>
    SentData = 47,

    /// <summary>What a port can carry, bit/s.</summary>
    LinkSpeed = 48,
}
