namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>What the inbox shows.</summary>
public enum AlarmTab
{
    Incidents,
    Alarms,

    /// <summary>Shelved, suppressed or out of service.</summary>
    Shelved,

    /// <summary>Incidents that the reader works on.</summary>
    Mine,
}
