using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Devices;

/// <summary>One device that a collector talks to, whatever the protocol.</summary>
/// <param name="Name">Unique at its location; the first part of every <c>PointId</c>: small letters, digits and hyphens.</param>
/// <param name="RatedWatts">Breaker or nameplate rating, W; above zero. The plausibility limit of its power and its registers.</param>
public sealed record Device(string Name, Location Location, DeviceProfile Profile, double RatedWatts, Feed Feed = Feed.None)
{
    /// <summary>
    /// Which member of a chain behind one address this device is, as the device counts; null when it is all of them.
    /// </summary>
    public int? Member { get; init; }

    /// <summary>Zone of the wall-clock times that the device writes as text.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Numbers of the device's temperature sensors that hang at the IT equipment's air inlet; empty when none does, or nobody said.</summary>
    public ImmutableArray<int> InletSensors { get; init; } = [];

    /// <summary>As the log names it: <c>NJ-01/R01/A07 pdu-a</c>.</summary>
    public override string ToString() => $"{Location} {Name}";
}
