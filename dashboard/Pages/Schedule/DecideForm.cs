using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Telemetry;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>A deed as its form sends it.</summary>
public sealed class DecideForm
{
    public string? Deed { get; set; }

    public string? Name { get; set; }

    public string? Reason { get; set; }

    /// <summary>Null when none was chosen.</summary>
    public PlanDeed? Chosen => KebabCase.TryParse<PlanDeed>(Deed ?? "", out var deed) ? deed : null;
}
