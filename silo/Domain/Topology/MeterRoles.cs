namespace DcOps.Domain.Topology;

/// <summary>Sets of roles.</summary>
public static class MeterRoles
{
    /// <summary>Terms of E_DC: what crosses the boundary inwards, and what is generated inside.</summary>
    public static ImmutableArray<MeterRole> Entering { get; } =
        [MeterRole.UtilityEntrance, MeterRole.Generator, MeterRole.Renewable];
}
