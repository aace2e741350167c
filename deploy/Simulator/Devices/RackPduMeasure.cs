namespace DcOps.Simulator.Devices;

/// <summary>What a rack PDU measures at one instant.</summary>
/// <param name="Milliwatts">Active power of all phases.</param>
/// <param name="Millijoules">True energy of all phases since the model began.</param>
/// <param name="UnixSeconds">When; decides the phases' voltages.</param>
public sealed record RackPduMeasure(long Milliwatts, long Millijoules, double UnixSeconds);
