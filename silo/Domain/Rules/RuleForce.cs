namespace DcOps.Domain.Rules;

/// <summary>What follows from a rule.</summary>
public enum RuleForce : byte
{
    /// <summary>A mandatory standard or a licence.</summary>
    Mandatory = 0,

    /// <summary>A policy's target, or a condition of a price or a title.</summary>
    Policy = 1,

    /// <summary>A comparison without consequence.</summary>
    Reference = 2,
}
