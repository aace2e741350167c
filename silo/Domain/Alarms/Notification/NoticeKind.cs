namespace DcOps.Domain.Alarms.Notification;

/// <summary>Why somebody is told.</summary>
/// <remarks>Numbers are on the wire and on disk: add at the end, never renumber.</remarks>
public enum NoticeKind : byte
{
    /// <summary>It began.</summary>
    Raised = 0,

    /// <summary>Nobody acknowledged.</summary>
    Escalated = 1,

    /// <summary>It became more urgent.</summary>
    Worsened = 2,

    /// <summary>Nobody acknowledged, and it goes on.</summary>
    Repeated = 3,

    /// <summary>It is over.</summary>
    Returned = 4,
}
