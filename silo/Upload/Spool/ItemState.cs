namespace DcOps.Upload.Spool;

/// <summary>What became of an item at one destination.</summary>
public enum ItemState : byte
{
    Pending = 0,

    /// <summary>The platform has it.</summary>
    Acknowledged = 1,

    /// <summary>The platform will never take it: put aside for the manual form.</summary>
    Refused = 2,
}
