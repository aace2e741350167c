using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Devices;

/// <summary>What a UPS measures at one instant.</summary>
/// <param name="Power">The site's balance, mW.</param>
/// <param name="UnixSeconds">When; decides the phases' voltages.</param>
public sealed record UpsMeasure(Balance Power, double UnixSeconds);
