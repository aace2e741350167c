namespace DcOps.Dashboard.Pages.Reports;

/// <summary>What is sent with a filing.</summary>
public sealed class FilingForm
{
    public string? Author { get; set; }
}
