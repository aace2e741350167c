namespace DcOps.Simulator.Devices;

/// <summary>What a plant meter measures at one instant.</summary>
public sealed record MeterMeasure(long Milliwatts, long Millijoules);
