namespace DcOps.Dashboard.Pages.Uploads;

/// <summary>How a destination stands, in one word.</summary>
public enum UploadState : byte
{
    /// <summary>It refuses messages that it will never take, or has left something of a past day unacknowledged for days.</summary>
    Failing = 0,

    /// <summary>It does not take the newest message now; it goes again.</summary>
    Retrying = 1,

    /// <summary>Something of a day that is over waits.</summary>
    Behind = 2,

    /// <summary>Nothing of a past day waits.</summary>
    Current = 3,
}
