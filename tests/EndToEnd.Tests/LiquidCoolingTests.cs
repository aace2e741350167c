using System.Text.Json.Nodes;

namespace DcOps.EndToEnd.Tests;

/// <summary>From the coolant distribution units of a simulated room, one polled and one told over MQTT, to the facility's page.</summary>
public sealed class LiquidCoolingTests : IAsyncLifetime
{
    readonly LivingProvince _province = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    // The second facility of a province is one of accelerators.
    public async ValueTask InitializeAsync() => await _province.StartAsync(facilities: 2, racks: 40, Token);

    public ValueTask DisposeAsync() => _province.DisposeAsync();

    [Fact]
    public async Task The_page_tells_heat_pumps_and_partial_pue_that_there_truly_are_and_a_leak_becomes_an_alarm()
    {
        var site = JsonNode.Parse(await File.ReadAllTextAsync(_province.Site, Token))!["facilities"]![1]!["id"]!.GetValue<string>();
        var path = $"/dc/{site}";

        var page = await _province.UntilPageAsync(
            path, "heat to liquid is told", page => page["liquid-share"] is not null && page["liquid-pumps"] is not null, Token);
        var truth = await _province.TrueLiquidAsync(site, Token);
        var polled = truth.Single(unit => unit!["device"]!.GetValue<string>().EndsWith("-b", StringComparison.Ordinal))!["device"]!.GetValue<string>();
        await _province.FaultAsync(Token, "leak", site, polled);
        var wet = await _province.UntilPageAsync(path, "the leak is told", page => page.Text("liquid-leak") == "critical", Token);

        var heat = Sum("heatToLiquid");
        Assert.Equal(2, truth.Count);
        Assert.InRange(page["liquid-heat"]!.Value / heat, 0.97, 1.03);
        Assert.InRange(page["liquid-pumps"]!.Value / Sum("pumpPower"), 0.9, 1.1);
        Assert.Equal(page["liquid-heat"]!.Value / page["it-power"]!.Value, page["liquid-share"]!.Value, tolerance: 0.05);
        Assert.Equal("ok", page.Text("liquid-leak"));
        foreach (var unit in truth)
        {
            Assert.Equal(
                unit!["returnCelsius"]!.GetValue<double>(), wet[$"{unit["device"]}/loop-2/return-temperature"]!.Value, tolerance: 1);
        }

        await _province.UntilProductAsync("the leak is an alarm by its rule", async token =>
            (await _province.TextAsync("/alarms/journal.csv", token)).Split('\n').Any(line =>
                line.Contains("raised", StringComparison.Ordinal) && line.Contains($"{polled}/leak-", StringComparison.Ordinal)), TimeSpan.FromMinutes(3), Token);

        var told = await _province.UntilStreamAsync(
            $"/facility/{site}", "the loops have a partial PUE", stream => stream["liquid-ppue"] is not null, Token);
        var energy = (await _province.TruthAsync($"/truth/energy?facility={site}", Token)).GetProperty("wattHours");
        Assert.Equal(1 + (energy.GetProperty("coolant-pumps").GetDouble() / energy.GetProperty("ups-output").GetDouble()), told["liquid-ppue"]!.Value, tolerance: 0.0015);

        double Sum(string name) => truth.Sum(unit => unit![name]!.GetValue<double>());
    }
}
