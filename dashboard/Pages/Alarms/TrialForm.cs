namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>A rule to be tried, as its form sends it.</summary>
public sealed class TrialForm
{
    /// <summary>A section of a rule file with one rule.</summary>
    public string? Rule { get; set; }

    /// <summary>Location path.</summary>
    public string? Where { get; set; }

    public string? Days { get; set; }
}
