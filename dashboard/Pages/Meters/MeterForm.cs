namespace DcOps.Dashboard.Pages.Meters;

/// <summary>The form of the registry's page.</summary>
public sealed class MeterForm
{
    /// <summary>The table that was compared, sent along so that what is applied is what was seen.</summary>
    public string? Table { get; set; }

    public string? File { get; set; }

    public int Basis { get; set; }

    /// <summary><c>apply</c>, or anything else for the difference alone.</summary>
    public string? Deed { get; set; }

    public string? Name { get; set; }

    public string? Reason { get; set; }
}
