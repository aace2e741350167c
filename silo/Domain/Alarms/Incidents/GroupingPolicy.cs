namespace DcOps.Domain.Alarms.Incidents;

/// <summary>When alarms belong together.</summary>
/// <param name="Window">Alarms behind one thing that are further apart than this in time do not.</param>
/// <param name="Reopen">An alarm that is raised again within this belongs to the incident of the time before.</param>
/// <param name="LeastRacks">Racks that must have alarms before a thing that itself says nothing is blamed.</param>
/// <param name="LeastShare">The same, as a share of the racks behind it, 0 to 1.</param>
public sealed record GroupingPolicy(TimeSpan Window, TimeSpan Reopen, int LeastRacks, double LeastShare)
{
    public static GroupingPolicy Usual { get; } = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), 3, 0.75);
}
