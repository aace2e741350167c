using System.Globalization;
using DcOps.Domain.Green;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Pages.LowEfficiency;

/// <summary>The next step of a consolidation plan as its form sends it.</summary>
public sealed class PlanForm
{
    public string? Deed { get; set; }

    /// <summary>Facility that takes the load; empty for rebuilding in place.</summary>
    public string? Target { get; set; }

    public string? DueOn { get; set; }

    public string? Note { get; set; }

    public string? Name { get; set; }

    public ConsolidationStage? Stage => KebabCase.TryParse<ConsolidationStage>(Deed ?? "", out var stage) ? stage : null;

    public DateOnly? Due =>
        DateOnly.TryParseExact(DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
