namespace DcOps.EndToEnd.Tests;

/// <summary>A breaker of a row opens.</summary>
public sealed class BreakerTripTests : AlarmScenario
{
    [Fact]
    public async Task An_open_breaker_is_one_incident_that_names_it_and_the_racks_behind_it()
    {
        await PlayAsync("breaker-trip");
        var broken = (await BrokenAsync())[0];

        var line = await UntilAsync("the breaker is in the inbox", lines => lines.FirstOrDefault(line => line.TitleEn.Contains(broken.Node, StringComparison.Ordinal)));
        await Province.FaultAsync(Cancellation, "clear");
        var over = await UntilAsync(
            "it has returned", lines => lines.FirstOrDefault(each => each.Id == line.Id && each.State == "returned-unacknowledged"));

        var raised = (await RaisedAsync()).Where(entry => entry.Rule == "breaker-condition").ToList();
        Print("breaker trip", broken.Node, raised.Count, [over]);
        Assert.Equal("critical", line.Level);
        Assert.Single(raised);
        Assert.Equal(20, broken.Racks.Length);
    }
}
