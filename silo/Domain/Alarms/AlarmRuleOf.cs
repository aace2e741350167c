namespace DcOps.Domain.Alarms;

/// <summary>A rule that judges one shape of input. Pure: the same input gives the same finding.</summary>
public abstract class AlarmRuleOf<TInput> : AlarmRule
{
    /// <param name="isAbnormal">Whether the alarm's condition holds already: what a deadband asks.</param>
    public abstract Finding Judge(in TInput input, bool isAbnormal);

    /// <summary>The finding as a sentence. Asked only when something changed.</summary>
    public abstract AlarmText Explain(in TInput input, in Finding finding);
}
