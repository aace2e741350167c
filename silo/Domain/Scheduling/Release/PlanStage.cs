namespace DcOps.Domain.Scheduling.Release;

/// <summary>How far a plan has come. A plan that is none of these was refused by the checker and does not exist.</summary>
/// <remarks>Numbers are on disk: add at the end, never renumber.</remarks>
public enum PlanStage : byte
{
    /// <summary>Made and checked; a proposal.</summary>
    Recommended = 0,

    /// <summary>One of the two people that it needs has approved.</summary>
    HalfApproved = 1,

    Approved = 2,

    /// <summary>Handed to those who run the sites.</summary>
    Released = 3,

    /// <summary>Taken back by a person.</summary>
    Withdrawn = 4,

    /// <summary>Its inputs are too old to act on.</summary>
    Expired = 5,

    /// <summary>A later plan was released.</summary>
    Replaced = 6,
}
