namespace DcOps.Domain.Rules;

/// <summary>What follows from a rule.</summary>
public enum RuleForce : byte
{
    /// <summary>A mandatory standard or a licence.</summary>
    Mandatory = 0,

    /// <summary>A policy's target, or the threshold of a price.</summary>
    Policy = 1,

    /// <summary>A comparison without consequence.</summary>
    Reference = 2,

    /// <summary>A condition of a title or a loan that a facility may apply for: failing it breaks nothing.</summary>
    Title = 3,
}
