namespace DcOps.Planning.Dispatch;

/// <summary>What becomes of a released plan.</summary>
public enum DispatchMode
{
    /// <summary>It is a table for people.</summary>
    Off,

    /// <summary>What would be sent is written down.</summary>
    Shadow,

    /// <summary>It is sent to the sites.</summary>
    On,
}
