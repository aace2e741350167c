namespace DcOps.Dashboard.Pages.Facility.Flow;

/// <summary>What a node of the energy flow stands for.</summary>
public enum FlowKind
{
    /// <summary>Energy that enters the boundary.</summary>
    Source,

    /// <summary>Everything that entered: E_DC before export.</summary>
    Site,

    /// <summary>A metered use that is not IT.</summary>
    Use,

    /// <summary>A stage of the supply of the IT equipment.</summary>
    Supply,

    /// <summary>What entered a stage and was metered nowhere after it: losses and what has no meter.</summary>
    Unmetered,
}
