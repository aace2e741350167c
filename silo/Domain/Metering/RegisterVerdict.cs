namespace DcOps.Domain.Metering;

/// <summary>How a register's new position was understood.</summary>
public enum RegisterVerdict : byte
{
    /// <summary>The first position of a register: nothing to compare with yet.</summary>
    Opened = 0,

    /// <summary>The register moved on, or stood still.</summary>
    Advanced = 1,

    /// <summary>A step back of no more than twice the resolution: no energy, the higher position stays the reference.</summary>
    Jitter = 2,

    /// <summary>The register passed its modulus.</summary>
    Wrapped = 3,

    /// <summary>Set back, with evidence of when: the new position is measured, the time before the reset estimated.</summary>
    Reset = 4,

    /// <summary>Set back without evidence: the new position is all that is known, and counts as estimated.</summary>
    ResetWithoutEvidence = 5,

    /// <summary>Another meter (its serial changed): the gap between the two is estimated.</summary>
    Swapped = 6,

    /// <summary>More than the rating allows: refused, the last good position stands.</summary>
    Rejected = 7,

    /// <summary>Refused positions that agree with each other: the register continues from them, the step between is estimated.</summary>
    Rebased = 8,
}
