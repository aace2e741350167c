namespace DcOps.Simulator.Computing;

/// <summary>Size and mood of a generated province.</summary>
/// <param name="Load">Demand over what is free: 0.35 is a normal day, 0.55 a hard one.</param>
public sealed record ProvinceScene(int Facilities, int Jobs, double Load, int Seed)
{
    /// <summary>Share of jobs that scale with the number of units.</summary>
    public double ElasticShare { get; init; }

    /// <summary>Adds demand charges, a demand-response event and data to be moved.</summary>
    public bool HasGridTerms { get; init; }
}
