using DcOps.Domain.Configuration;
using DcOps.Domain.Rules;

namespace DcOps.Domain.Tests.Rules;

public sealed class RuleBookTests
{
    [Fact]
    public void Every_shipped_rule_has_a_source_titles_and_a_state_of_verification()
    {
        Assert.Equal(5, RuleBook.Shipped.Packs.Length);
        Assert.All(RuleBook.Shipped.Packs.SelectMany(pack => pack.Rules), rule =>
        {
            Assert.NotEmpty(rule.Source);
            Assert.NotEmpty(rule.Title.Chinese);
            Assert.NotEmpty(rule.Title.English);
            Assert.True(rule.Limit is not null || rule.DesignFactor is not null || rule.Verification == Verification.Unverified);
        });
    }

    [Theory]
    [InlineData("2022-10-31", false)]
    [InlineData("2022-11-01", true)]
    [InlineData("2026-11-22", true)]
    public void A_rule_counts_from_the_day_it_came_into_force(string day, bool isInForce)
    {
        var rules = RuleBook.Shipped.InForce(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(isInForce, rules.Any(each => each is { Pack.Id: "gb-40879", Rule.Id: "rm2-limit" }));
    }

    [Fact]
    public void An_ended_rule_does_not_count_on_its_last_date()
    {
        bool Counts(int year, int month, int day) => RuleBook.Shipped.InForce(new(year, month, day))
            .Any(each => each.Rule.Id == "CN-2021-3Y-pue-2021");

        Assert.True(Counts(2023, 12, 30));
        Assert.False(Counts(2023, 12, 31));
    }

    [Fact]
    public void Faults_of_a_pack_name_file_line_key_and_what_to_do()
    {
        var fault = Assert.Throws<ConfigurationException>(() => RuleBook.Parse("mine.json", """
            {
              "pack": { "id": "mine", "version": "1", "title": { "chinese": "我的", "english": "Mine" } },
              "rules": [
                {
                  "id": "a", "title": { "chinese": "甲", "english": "A" }, "indicator": "annual-ratio", "comparison": "at-most",
                  "limit": 1.3, "designFactor": 1.05, "source": "me", "verification": "verified"
                }
              ]
            }
            """));

        Assert.Contains("mine.json:6: rules[0].limit: has a limit and a design factor; keep one.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_refused()
    {
        Assert.Throws<ConfigurationException>(() => RuleBook.Parse("mine.json", """
            {
              "pack": { "id": "mine", "version": "1", "title": { "chinese": "我的", "english": "Mine" } },
              "rules": [],
              "limits": []
            }
            """));
    }
}
