namespace DcOps.Simulator.Devices;

/// <summary>What a plant meter measures at one instant.</summary>
/// <param name="Millijoules">True energy since the model began.</param>
public sealed record MeterMeasure(long Milliwatts, long Millijoules);
