namespace DcOps.Domain.Scheduling.Live;

/// <summary>How a facility was known when a plan was made.</summary>
public enum TruthState
{
    /// <summary>Measured within the last quarter-hour.</summary>
    Live,

    /// <summary>Not measured any more: it keeps what runs and takes nothing new.</summary>
    Silent,

    /// <summary>Of the tables alone; nothing of it is monitored here.</summary>
    Declared,
}
