using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Facilities;
using DcOps.Domain.Units;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>Rules that no reading feeds: closed days, yesterday's history, a value's own month.</summary>
public sealed class FigureRuleTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_ledger_closed_raises_the_rules_of_figures_at_the_plant()
    {
        await using var scene = await AlarmScene.StartAsync(AlarmScene.SettingsOf(
            """
            {
              "meter-balance": [{ "id": "meter-balance", "priority": "minor" }],
              "pue-drift": [{ "id": "pue-drift", "priority": "minor", "rise": 0.05 }],
              "pue-forecast": [{ "id": "pue-forecast", "priority": "minor" }],
              "low-utilisation": [{ "id": "low-utilisation", "priority": "advisory", "share": 0.2 }],
              "headroom": [{ "id": "headroom", "priority": "minor", "share": 0.1 }],
              "energy-budget": [{ "id": "energy-budget", "priority": "advisory", "budgets": [{ "facility": "NJ-01", "year": 2026, "megawattHours": 100 }] }],
            }
            """));
        scene.Figures.Now = new(
            [new("utility-1", new Energy(1_000_000), new Energy(900_000))],
            new PueComparison(1.4, 1.3, 1), new PueForecast(1.52, 1.48, 1.56, 1.5, "gb-40879 2021.1 grade-3"),
            new YearEnergy(2026, new Energy(30_000_000), 0.25),
            [new("r01", new("NJ-01/R01", new Power(1_000), new Power(16_000), TimeSpan.FromDays(7)))],
            new UsedCapacity("NJ-01", new Power(950_000), new Power(1_000_000), TimeSpan.FromDays(1), "ups"));

        await RaisedAsync(scene, 6);

        Assert.Equal(
            [
                "NJ-01|budget-2026/total/active-energy|energy-budget", "NJ-01|facility/total/active-power|headroom",
                "NJ-01|facility/total/none|pue-drift", "NJ-01|facility/total/none|pue-forecast",
                "NJ-01|r01/total/active-power|low-utilisation", "NJ-01|utility-1/total/active-energy|meter-balance",
            ],
            await KeysAsync(scene));
    }

    [Fact]
    public async Task A_ledger_that_is_away_neither_ends_an_alarm_nor_makes_it_unknown()
    {
        await using var scene = await AlarmScene.StartAsync(AlarmScene.SettingsOf(
            """{ "meter-balance": [{ "id": "meter-balance", "priority": "minor" }] }"""));
        scene.Figures.Now = FacilityFigures.None with { Balances = [new("utility-1", new Energy(1_000_000), new Energy(900_000))] };
        await RaisedAsync(scene, 1);
        scene.Figures.IsAway = true;

        scene.Time.Advance(TimeSpan.FromHours(3));
        await scene.SettleAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(30));
        await scene.SettleAsync();

        var alarm = Assert.Single((await scene.Desk.AlarmsAsync(new(), Token)).Rows).Alarm;
        Assert.True(alarm is { IsAbnormal: true, IsDataMissing: false });
    }

    [Fact]
    public async Task Cooling_power_unlike_its_own_history_at_like_load_and_weather_shows_the_band()
    {
        await using var scene = await AlarmScene.StartAsync(AlarmScene.SettingsOf(
            """{ "anomaly": [{ "id": "cooling", "priority": "advisory", "subject": "cooling-power" }] }"""));
        // Four weeks of 100 kW at 500 kW of IT, at every hour; the last half hour takes twice that.
        var start = scene.Time.GetUtcNow();
        for (var at = start.AddDays(-27); at < start; at = at.AddMinutes(30))
            scene.History.FacilityMinutes.Add(Minute(at, 100_000));
        for (var at = start; at < start.AddHours(1); at = at.AddMinutes(1))
            scene.History.FacilityMinutes.Add(Minute(at, 200_000));

        scene.Time.Advance(TimeSpan.FromMinutes(20));
        await RaisedAsync(scene, 1);

        var text = Assert.Single((await scene.Desk.AlarmsAsync(new(), Token)).Rows).Alarm.Text!;
        Assert.Equal("alarm.anomaly.high", text.Id);
        Assert.Equal(200_000, text.Arguments.Single(argument => argument.Name == "value").Value);
        Assert.InRange(text.Arguments.Single(argument => argument.Name == "high").Value!.Value, 100_000, 120_000);
        Assert.True(text.Arguments.Single(argument => argument.Name == "samples").Value >= 30);
    }

    [Fact]
    public async Task A_rack_that_a_rule_names_is_compared_with_its_own_month()
    {
        await using var scene = await AlarmScene.StartAsync(AlarmScene.SettingsOf(
            """{ "anomaly": [{ "id": "rack", "priority": "advisory", "where": { "locations": ["NJ-01/R01/A01"] } }] }"""));
        await scene.FoldAsync("A01", 900);
        var start = scene.Time.GetUtcNow();
        for (var at = start.AddDays(-27); at < start.AddHours(1); at = at.AddMinutes(at < start ? 30 : 1))
        {
            var watts = at < start ? 4_000 : 900.0;
            scene.History.RackMinutes.Add(new(Site.Rack("A01"), at, new(watts, watts, watts, watts), null, null, default));
        }

        scene.Time.Advance(TimeSpan.FromMinutes(20));
        await RaisedAsync(scene, 1);

        Assert.Equal(["NJ-01/R01/A01|rack/total/active-power|rack"], await KeysAsync(scene));
    }

    static FacilityMinute Minute(DateTimeOffset at, double cooling) => new(
        Site.Facility, at, null, new(500_000, 500_000, 500_000, 500_000), new(cooling, cooling, cooling, cooling), 20, 4);

    /// <summary>Beyond the minute after which figures are asked for first; what is asked for beside the turns comes when it comes.</summary>
    static async Task RaisedAsync(AlarmScene scene, int alarms)
    {
        scene.Time.Advance(TimeSpan.FromMinutes(3));
        await scene.UntilAsync(page => page.Headline.Alarms >= alarms);
    }

    static async Task<List<string>> KeysAsync(AlarmScene scene) =>
        [.. (await scene.Desk.AlarmsAsync(new(), Token)).Rows.Select(row => row.Alarm.Key.ToString()).Order(StringComparer.Ordinal)];
}
