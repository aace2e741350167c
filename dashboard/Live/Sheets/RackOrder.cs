using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>Racks worst first: critical, warning, silent, then by utilization.</summary>
public static class RackOrder
{
    public static ImmutableArray<RackSummary> WorstFirst(ImmutableArray<RackSummary> racks) =>
        [.. racks.OrderBy(Rank).ThenByDescending(rack => Utilization(rack)?.Value ?? -1).ThenBy(rack => rack.Rack.Value, StringComparer.Ordinal)];

    /// <summary>Null when the power is.</summary>
    public static Ratio? Utilization(RackSummary rack) =>
        rack.Power is { } power && rack.ProvisionedPower > Power.Zero ? power / rack.ProvisionedPower : null;

    static int Rank(RackSummary rack) => rack switch
    {
        { Condition: ConditionCode.Critical } => 0,
        { Condition: ConditionCode.Warning } => 1,
        { Freshness: Freshness.Stale } => 2,
        { Freshness: Freshness.NeverSeen } => 3,
        _ => 4,
    };
}
