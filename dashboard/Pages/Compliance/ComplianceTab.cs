namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Parts of the compliance page, each small enough for one screen.</summary>
public enum ComplianceTab : byte
{
    Facilities = 0,

    /// <summary>Ratios of sums by city, group and owner.</summary>
    Rollups = 1,

    /// <summary>Who fails if a limit moves.</summary>
    Line = 2,

    /// <summary>One indicator at every level.</summary>
    Kpis = 3,
}
