namespace DcOps.Domain.Rules;

/// <summary>On which side of its limit a rule holds; the limit itself always does.</summary>
public enum RuleComparison : byte
{
    AtMost = 0,
    AtLeast = 1,
}
