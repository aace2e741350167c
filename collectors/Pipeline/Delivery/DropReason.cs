namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>Why batches were given up without receipt.</summary>
public enum DropReason : byte
{
    /// <summary>The outbox was full: the oldest went.</summary>
    Size = 0,

    /// <summary>They had waited too long.</summary>
    Age = 1,

    /// <summary>The disk took no more, and the window in memory was full too.</summary>
    DiskFull = 2,

    /// <summary>Their bytes on disk are damaged.</summary>
    Damaged = 3,
}
