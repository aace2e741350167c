namespace DcOps.Dashboard.Pages.Facility;

/// <summary>A view of one data centre.</summary>
public enum FacilityTab
{
    Overview,
    Flow,
    Chain,
    Pue,
    Rooms,
    Alarms,
}
