using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>What a coolant distribution unit measures at one instant.</summary>
/// <param name="PumpSpeeds">Of both pumps over their highest, 0 to 1.</param>
/// <param name="PumpMilliwatts">What both pumps take.</param>
/// <param name="PumpMillijoules">What they have taken since the model began.</param>
public sealed record CduMeasure(
    LiquidLoop Loop, (double First, double Second) PumpSpeeds, bool IsLeaking, bool IsPumpStopped, long PumpMilliwatts, long PumpMillijoules);
