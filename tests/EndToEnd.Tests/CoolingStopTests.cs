namespace DcOps.EndToEnd.Tests;

/// <summary>An air handler stops.</summary>
public sealed class CoolingStopTests : AlarmScenario
{
    [Fact]
    public async Task A_stopped_air_handler_and_the_heat_behind_it_are_one_incident()
    {
        await PlayAsync("cooling-stop");
        var broken = (await BrokenAsync())[0];

        var line = await UntilAsync(
            "handler and heat are together", lines => lines.FirstOrDefault(line => line.ReasonEn.Contains(broken.Node, StringComparison.Ordinal) && line.Alarms >= 2));

        var raised = await RaisedAsync();
        Print("cooling unit stop", broken.Node, raised.Length, await InboxAsync());
        Assert.Contains("20 racks", line.ReasonEn, StringComparison.Ordinal);
        Assert.Equal(20, line.Racks);
        Assert.Contains(raised, entry => entry.Rule == "cooling-unit-condition");
        Assert.Contains(raised, entry => entry.Rule.StartsWith("inlet-temperature", StringComparison.Ordinal));
    }
}
