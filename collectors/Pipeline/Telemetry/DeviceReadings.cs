using DcOps.Collectors.Pipeline.Devices;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Telemetry;

/// <summary>A <see cref="DeviceMessage"/> in canonical units.</summary>
/// <param name="Readings">May be empty: a device may say nothing that its profile knows.</param>
/// <param name="Registers">Traits of the energy registers among the readings.</param>
public sealed record DeviceReadings(
    Device Device, ImmutableArray<Reading> Readings, ImmutableArray<RegisterTraits> Registers)
{
    /// <summary>Whether the device says that these are of the past and were told before, or to nobody: for history alone.</summary>
    public bool IsHistorical { get; init; }
}
