namespace DcOps.Simulator.Devices;

/// <summary>What an air handler measures at one instant.</summary>
/// <param name="Celsius">Of the air that it blows out; of the aisle while it stands still.</param>
/// <param name="FanShare">Of its fans' highest speed, 0 to 1.</param>
public sealed record CrahMeasure(double Celsius, double FanShare, bool IsStopped);
