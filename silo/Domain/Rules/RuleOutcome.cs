namespace DcOps.Domain.Rules;

/// <summary>What can be said about a facility under a rule, in the order in which pages show them.</summary>
public enum RuleOutcome : byte
{
    /// <summary>超限: even the most favourable reading of what is missing lies beyond the limit.</summary>
    Over = 0,

    /// <summary>证据不足: what is missing could turn the answer either way.</summary>
    InsufficientEvidence = 1,

    /// <summary>临界: within the limit, yet closer to it than the margin or the accuracy of the meters.</summary>
    Marginal = 2,

    /// <summary>合规: within the limit, whatever was missing.</summary>
    Compliant = 3,

    /// <summary>不适用: the rule is not about this facility.</summary>
    NotApplicable = 4,
}
