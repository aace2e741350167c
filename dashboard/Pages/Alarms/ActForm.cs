namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>An act upon alarms as its form sends it.</summary>
public sealed class ActForm
{
    /// <summary>Ids of incidents, divided by commas.</summary>
    public string? Ids { get; set; }

    /// <summary>Ids of single alarms, divided by commas.</summary>
    public string? Alarms { get; set; }

    /// <summary>Alarms by their keys: what an undoing is about.</summary>
    public string? Keys { get; set; }

    public string? Deed { get; set; }

    public string? Name { get; set; }

    public string? Text { get; set; }

    /// <summary>Of a shelving or an acknowledgement.</summary>
    public string? Hours { get; set; }

    /// <summary>A second person, where a critical alarm is shelved.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>Person who shall work on it; empty takes the owner away.</summary>
    public string? Owner { get; set; }
}
