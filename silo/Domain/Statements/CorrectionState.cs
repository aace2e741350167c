namespace DcOps.Domain.Statements;

/// <summary>Where a correction stands.</summary>
public enum CorrectionState : byte
{
    /// <summary>Waiting for the regulator.</summary>
    Proposed = 0,

    /// <summary>In force: the ledger restates with it.</summary>
    Accepted = 1,

    /// <summary>Refused by the regulator; stays on record.</summary>
    Rejected = 2,

    /// <summary>Taken back by its proposer; stays on record.</summary>
    Withdrawn = 3,
}
