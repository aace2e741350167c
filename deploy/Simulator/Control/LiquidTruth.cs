namespace DcOps.Simulator.Control;

/// <summary>True state of one coolant distribution unit's loop, in W, °C, m³/s and Pa.</summary>
/// <param name="LiquidShare">Part of the IT power that goes into the liquid, 0 to 1.</param>
public sealed record LiquidTruth(
    string Room,
    DateTimeOffset At,
    string Device,
    double ItPower,
    double HeatToLiquid,
    double LiquidShare,
    double Flow,
    double SupplyCelsius,
    double ReturnCelsius,
    double DifferentialPressure,
    double PumpPower,
    bool IsLeaking,
    bool IsPumpStopped);
