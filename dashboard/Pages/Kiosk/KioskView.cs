namespace DcOps.Dashboard.Pages.Kiosk;

/// <summary>What a wall shows beside its figures; one after the other.</summary>
public enum KioskView
{
    /// <summary>Every rack.</summary>
    Map,

    /// <summary>Incidents, worst first.</summary>
    Incidents,

    /// <summary>Cities by their PUE.</summary>
    Cities,
}
