namespace DcOps.EndToEnd.Tests;

/// <summary>The silo is killed in the middle of a storm of alarms.</summary>
public sealed class KilledInStormTests : AlarmScenario
{
    [Fact]
    public async Task A_silo_killed_in_a_storm_raises_nothing_twice_and_keeps_every_incident()
    {
        await PlayAsync("storm");
        await UntilAsync("the storm is in the inbox", lines => lines.Sum(line => line.Alarms) >= 6 ? lines[0] : null);
        await Province.KillProductAsync();
        await Province.StartProductAsync(Cancellation);
        var broken = await BrokenAsync();
        var after = await UntilAsync(
            "every breaker and every air handler has its alarm",
            lines => lines.Sum(line => line.Alarms) >= broken.Length ? lines[0] : null);

        var journal = await JournalAsync();
        var raised = journal.Where(entry => entry.Event == "raised").ToList();
        Print("storm, silo killed in it", $"{broken.Length} things", raised.Count, await InboxAsync());
        Assert.Equal(journal.Length, journal.Select(entry => entry.Entry).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(raised.Count, raised.Select(entry => entry.Alarm).Distinct(StringComparer.Ordinal).Count());
        foreach (var alarms in raised.GroupBy(entry => (entry.Place, entry.Point, entry.Rule)))
            Assert.True(alarms.Count() == 1, $"{alarms.Key} was raised {alarms.Count()} times: {string.Join(", ", alarms.Select(entry => entry.At))}");
        Assert.Contains("ups-1", after.ReasonEn + after.TitleEn, StringComparison.Ordinal);
    }
}
