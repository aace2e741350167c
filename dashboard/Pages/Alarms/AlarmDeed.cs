namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>What a person may do to alarms on the pages.</summary>
public enum AlarmDeed
{
    Acknowledge,
    Assign,
    Comment,
    Shelve,
    Unshelve,
    Reset,
    RemoveFromService,
    ReturnToService,
}
