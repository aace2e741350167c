namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Which verdicts of a facility stand together.</summary>
public enum VerdictKind : byte
{
    /// <summary>Mandatory rules and policies on the electricity ratio that apply.</summary>
    Binding = 0,

    /// <summary>Other indicators, and comparisons without consequence.</summary>
    Other = 1,
    NotApplicable = 2,
}
