namespace DcOps.Upload.Spool;

/// <summary>Which of what is waiting goes first.</summary>
public enum UploadLane : byte
{
    /// <summary>Its period ended a short while ago: goes first.</summary>
    Live = 0,

    /// <summary>Goes while nothing live waits, at a capped rate.</summary>
    Backlog = 1,

    /// <summary>Not to be sent yet.</summary>
    Later = 2,
}
