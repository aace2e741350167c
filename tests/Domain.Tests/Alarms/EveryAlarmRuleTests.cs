using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Wording;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Alarms;

public sealed class EveryAlarmRuleTests
{
    static readonly AlarmWording Chinese = AlarmWording.Chinese(BusinessCalendar.Shanghai.Zone);
    static readonly AlarmWording English = AlarmWording.English(BusinessCalendar.Shanghai.Zone);

    [Fact]
    public void Kind_is_found_by_its_type() => Assert.Equal(
        [
            "anomaly", "battery-runtime", "breaker-derating", "clock-fault", "collector-silent", "condition", "device-silent",
            "energy-budget", "failover", "headroom", "humidity", "imbalance", "inlet-temperature", "leak", "limit", "low-utilisation",
            "meter-balance", "missing-value", "overload", "pue-drift", "pue-forecast", "rate-of-change", "redundancy-lost",
            "stuck-sensor", "ups-on-battery",
        ],
        AlarmRuleBook.Kinds.Keys);

    [Fact]
    public void Kind_ships_with_a_rule() =>
        Assert.Empty(AlarmRuleBook.Kinds.Keys.Except(AlarmRuleBook.Shipped.Rules.Select(rule => rule.Kind)));

    [Fact]
    public void Shipped_rule_has_a_worked_example() =>
        Assert.Equal(
            AlarmRuleBook.Shipped.Rules.Select(rule => rule.Id),
            RuleExamples.All.Select(example => example.Rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Rule_finds_its_example_abnormal_normal_and_missing() => Assert.All(RuleExamples.All, example =>
    {
        Assert.Equal(AlarmCondition.Abnormal, example.Abnormal.Condition);
        Assert.Equal(AlarmCondition.Normal, example.Normal.Condition);
        Assert.Equal(AlarmCondition.Missing, example.Missing?.Condition ?? AlarmCondition.Missing);
    });

    [Fact]
    public void Rule_has_a_source_and_explains_itself_in_both_languages() => Assert.All(RuleExamples.All, example =>
    {
        Assert.NotEmpty(example.Rule.Source);
        Assert.Contains(example.Text.Id, example.Rule.TextIds);
        foreach (var wording in new[] { Chinese, English })
        {
            Assert.DoesNotContain('{', wording.Of(example.Text));
            Assert.All(example.Rule.TextIds, id => Assert.Contains(id, wording.TextIds));
        }
    });

    [Fact]
    public void Wording_names_the_same_arguments_in_both_languages() => Assert.All(
        Chinese.TextIds,
        id => Assert.Equal(
            Chinese.PlaceholdersOf(id).Distinct().Order(StringComparer.Ordinal),
            English.PlaceholdersOf(id).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void Explanation_reads_as_a_sentence()
    {
        var failover = RuleExamples.All.Single(example => example.Rule.Id == "failover").Text;

        Assert.Equal("feed A 失效后,feed B L1 按昨日峰值须承担 27 A,可承担 25.6 A(105.469 %)", Chinese.Of(failover));
        Assert.Equal(
            "Without feed A, feed B L1 would carry 27 A at yesterday's peak and can carry 25.6 A (105.469 %)", English.Of(failover));
    }
}
