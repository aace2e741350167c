using System.Text.Json.Nodes;

namespace DcOps.EndToEnd.Tests;

/// <summary>From the flow meters of a simulated coolant loop to the facility's page.</summary>
public sealed class LiquidCoolingTests : IAsyncLifetime
{
    readonly LivingProvince _province = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    // The second facility of a province is one of accelerators.
    public async ValueTask InitializeAsync() => await _province.StartAsync(facilities: 2, racks: 40, Token);

    public ValueTask DisposeAsync() => _province.DisposeAsync();

    [Fact]
    public async Task The_page_tells_the_heat_to_liquid_that_there_truly_is_and_a_leak()
    {
        var site = JsonNode.Parse(await File.ReadAllTextAsync(_province.Site, Token))!["facilities"]![1]!["id"]!.GetValue<string>();
        var path = $"/dc/{site}";

        var page = await _province.UntilPageAsync(path, "heat to liquid is told", page => page["liquid-share"] is not null, Token);
        var truth = await _province.TrueLiquidAsync(site, Token);
        await _province.FaultAsync(Token, "leak", site, truth[0]!["device"]!.GetValue<string>());
        var wet = await _province.UntilPageAsync(path, "the leak is told", page => page.Text("liquid-leak") == "critical", Token);

        var heat = truth.Sum(room => room!["heatToLiquid"]!.GetValue<double>());
        Assert.InRange(page["liquid-heat"]!.Value / heat, 0.97, 1.03);
        Assert.Equal(page["liquid-heat"]!.Value / page["it-power"]!.Value, page["liquid-share"]!.Value, tolerance: 0.05);
        Assert.Equal("ok", page.Text("liquid-leak"));
        Assert.Equal(
            truth[0]!["returnCelsius"]!.GetValue<double>(), wet[$"{truth[0]!["device"]}/loop-2/return-temperature"]!.Value, tolerance: 1);
    }
}
