namespace DcOps.Simulator.Devices;

/// <summary>How a device counts energy.</summary>
/// <param name="ResolutionMillijoules">One step of the register.</param>
/// <param name="ModulusCounts">Steps after which it starts at zero again; null when it counts for ever.</param>
public sealed record RegisterForm(long ResolutionMillijoules, long? ModulusCounts)
{
    public const long WattHour = 3_600_000;

    /// <summary>rPDU2DeviceStatusEnergy: tenths of a kilowatt-hour; an INTEGER of them outlasts any rack PDU.</summary>
    public static RegisterForm ApcPdu { get; } = new(100 * WattHour, ModulusCounts: null);

    /// <summary>pduTotalEnergy: watt-hours, declared up to 9,999 kWh, so that it starts anew at 10,000.</summary>
    public static RegisterForm VertivPdu { get; } = new(WattHour, 10_000_000);

    /// <summary>A plant meter: whole watt-hours.</summary>
    public static RegisterForm Meter { get; } = new(WattHour, ModulusCounts: null);
}
