using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>What the weather station measures at one instant.</summary>
public sealed record OutdoorMeasure(Weather Weather);
