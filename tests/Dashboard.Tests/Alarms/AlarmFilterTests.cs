using DcOps.Dashboard.Pages.Alarms;
using DcOps.Domain.Alarms;

namespace DcOps.Dashboard.Tests.Alarms;

public sealed class AlarmFilterTests
{
    [Fact]
    public void Level_city_site_state_owner_rule_and_words_are_read_from_one_line()
    {
        var filter = AlarmFilter.Parse("sev>=2 city:sz site:sz-01/r01 state:unacknowledged,shelved owner:李 rule:leak 断路器 feed");

        Assert.Equal(AlarmPriority.Major, filter.AtLeast);
        Assert.Equal(("SZ", "SZ-01/R01", "李", "leak", "断路器 feed"), (filter.City, filter.Where, filter.Owner, filter.Rule, filter.Words));
        Assert.Equal([AlarmState.Unacknowledged, AlarmState.Shelved], filter.States);
        Assert.Empty(filter.Faults);
    }

    [Theory]
    [InlineData("sev>=1", AlarmPriority.Critical)]
    [InlineData("sev>=4", AlarmPriority.Advisory)]
    [InlineData("level:minor", AlarmPriority.Minor)]
    public void Levels_are_numbered_as_on_the_page(string text, AlarmPriority least) => Assert.Equal(least, AlarmFilter.Parse(text).AtLeast);

    [Theory]
    [InlineData("sev>=5")]
    [InlineData("sev<2")]
    [InlineData("state:sleeping")]
    [InlineData("colour:red")]
    [InlineData("city:")]
    public void What_is_not_understood_is_named_and_narrows_nothing(string text)
    {
        var filter = AlarmFilter.Parse(text);

        Assert.Equal([text], filter.Faults);
        Assert.Equal(AlarmFilter.None with { Faults = filter.Faults }, filter);
    }

    [Fact]
    public void The_reader_and_nobody_are_owners_too()
    {
        Assert.True(AlarmFilter.Parse("owner:me").IsMine);
        Assert.Equal("", AlarmFilter.Parse("owner:-").Owner);
        Assert.Null(AlarmFilter.Parse("").Owner);
    }
}
