using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms;

/// <summary>One reading as a rule of points sees it.</summary>
/// <param name="Equipment">What it was read of; null when the inventory does not know it, or the rule does not ask.</param>
public readonly record struct PointView(Location Location, Reading Reading, Equipment? Equipment)
{
    /// <summary>Null when the device said "not available", or when the value is not usable.</summary>
    public double? Value => PointTable.IsUsable(Reading) ? Reading.Value : null;
}
