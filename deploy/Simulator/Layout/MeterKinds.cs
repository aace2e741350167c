using DcOps.Domain.Topology;

namespace DcOps.Simulator.Layout;

/// <summary>What a played meter is to the ledger.</summary>
public static class MeterKinds
{
    public static MeterRole RoleOf(MeterKind kind) => kind switch
    {
        MeterKind.Utility => MeterRole.UtilityEntrance,
        MeterKind.UpsInput => MeterRole.UpsInput,
        MeterKind.UpsOutput => MeterRole.UpsOutput,
        MeterKind.Cooling => MeterRole.Cooling,
        MeterKind.House => MeterRole.Lighting,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a meter kind"),
    };
}
