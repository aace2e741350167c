using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>A worked example of a rule: one input that is abnormal, one that is normal, and one that nobody can judge.</summary>
abstract record RuleExample(AlarmRule Rule)
{
    public abstract Finding Abnormal { get; }

    public abstract Finding Normal { get; }

    /// <summary>Null where the rule can always judge.</summary>
    public abstract Finding? Missing { get; }

    public abstract AlarmText Text { get; }

    /// <param name="rule">Id of a shipped rule.</param>
    /// <param name="missing">Left out where the rule can always judge.</param>
    public static RuleExample Of<TInput>(string rule, TInput abnormal, TInput normal, TInput? missing = null)
        where TInput : struct => new Typed<TInput>((AlarmRuleOf<TInput>)AlarmRuleBook.Shipped.Of(rule)!, abnormal, normal, missing);

    sealed record Typed<TInput>(AlarmRuleOf<TInput> Judge, TInput IsAbnormal, TInput IsNormal, TInput? IsMissing) : RuleExample(Judge)
        where TInput : struct
    {
        public override Finding Abnormal => Judge.Judge(IsAbnormal, isAbnormal: false);

        public override Finding Normal => Judge.Judge(IsNormal, isAbnormal: true);

        public override Finding? Missing => IsMissing is { } input ? Judge.Judge(input, isAbnormal: false) : null;

        public override AlarmText Text => Judge.Explain(IsAbnormal, Abnormal);
    }
}
