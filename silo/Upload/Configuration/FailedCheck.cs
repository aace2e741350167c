namespace DcOps.Upload.Configuration;

/// <summary>What becomes of an item that does not pass a check.</summary>
public enum FailedCheck : byte
{
    /// <summary>It goes, and is counted and logged.</summary>
    Send = 0,

    /// <summary>It stays until a revision of it passes, and is counted and logged.</summary>
    Hold = 1,
}
