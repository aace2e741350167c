namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>What the list says of a facility, in the order of its default sort.</summary>
public enum ListedVerdict : byte
{
    Over = 0,
    InsufficientEvidence = 1,
    Marginal = 2,
    Compliant = 3,
    NotApplicable = 4,

    /// <summary>Nothing of the period is closed, or no boundary is declared: there is nothing to judge.</summary>
    NoFigure = 5,
}
