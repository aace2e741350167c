using DcOps.Domain.Units;

namespace DcOps.Domain.Metering;

/// <summary>Power of a metered point at one instant.</summary>
public readonly record struct PowerSample(DateTimeOffset At, Power Power);
