namespace DcOps.Domain.Alarms;

/// <summary>What a rule finds. Missing is neither of the others: it raises nothing and clears nothing.</summary>
public enum AlarmCondition : byte
{
    Normal = 0,
    Abnormal = 1,

    /// <summary>What the rule needs is not known.</summary>
    Missing = 2,
}
