using DcOps.Dashboard.Pages.Alarms;
using DcOps.Domain.Alarms.Rules;

namespace DcOps.Dashboard.Tests.Alarms;

public sealed class RuleTextTests
{
    [Fact]
    public void Every_shipped_rule_that_can_be_tried_reads_back_from_its_text()
    {
        var rules = AlarmRuleBook.Shipped.Rules.Where(RuleText.CanBeTried).ToList();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule =>
        {
            var again = Assert.Single(AlarmRuleBook.Parse("rule", RuleText.Of(rule)));
            Assert.Equal((rule.Id, rule.Kind, rule.Priority, rule.OnDelay), (again.Id, again.Kind, again.Priority, again.OnDelay));
            Assert.Equal(RuleText.Of(rule), RuleText.Of(again));
        });
    }
}
