namespace DcOps.Simulator.Devices;

/// <summary>One breaker of a panel at one instant.</summary>
/// <param name="Amperes">Mean of its phases, A.</param>
public sealed record BreakerMeasure(double Watts, double Amperes, bool IsOpen);
