namespace DcOps.Domain.Scheduling.Release;

/// <summary>Why a deed was refused.</summary>
public enum PlanRefusal
{
    None,
    NoName,
    NoReason,

    /// <summary>Withdrawn, expired, replaced or released already.</summary>
    NotOpen,

    /// <summary>Made from inputs that are too old; make another.</summary>
    TooOld,
    ApprovedAlready,

    /// <summary>The second approval must be another person's.</summary>
    SamePerson,
    NotApproved,
}
