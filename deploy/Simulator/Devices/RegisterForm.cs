namespace DcOps.Simulator.Devices;

/// <summary>How a device counts energy.</summary>
/// <param name="ResolutionMillijoules">One step of the register.</param>
/// <param name="ModulusCounts">Steps after which it starts at zero again; null when it counts for ever.</param>
public sealed record RegisterForm(long ResolutionMillijoules, long? ModulusCounts)
{
    public const long WattHour = 3_600_000;

    /// <summary>rPDU2DeviceStatusEnergy: tenths of a kilowatt-hour in an INTEGER, so it cannot exceed 2^31 - 1.</summary>
    public static RegisterForm RackPdu { get; } = new(100 * WattHour, 1L << 31);

    /// <summary>A plant meter: whole watt-hours.</summary>
    public static RegisterForm Meter { get; } = new(WattHour, ModulusCounts: null);
}
