namespace DcOps.Simulator.Layout;

/// <summary>What a meter of a site's plant measures.</summary>
public enum MeterKind
{
    Utility,

    UpsInput,

    UpsOutput,

    Cooling,

    /// <summary>Lighting, security, offices.</summary>
    House,
}
