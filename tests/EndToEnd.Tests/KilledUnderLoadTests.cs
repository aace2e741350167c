namespace DcOps.EndToEnd.Tests;

/// <summary>
/// The process is killed while it reads: nothing it had acknowledged is lost, and nothing is counted twice. Lost or
/// doubled, one poll of this site's entrance would be some 250 Wh.
/// </summary>
public sealed class KilledUnderLoadTests : IAsyncLifetime
{
    const string Site = "NJ-01";
    const string Page = $"/facility/{Site}";

    /// <summary>Two entrances and one UPS output, registers of whole watt-hours, read at both ends of the period.</summary>
    const double RegisterSteps = 4;

    readonly LivingProvince _province = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _province.StartAsync(facilities: 1, racks: 20, Token);

    public ValueTask DisposeAsync() => _province.DisposeAsync();

    [Fact]
    public async Task Its_energy_is_the_sites_own_to_the_steps_of_the_registers()
    {
        var first = await _province.UntilStreamAsync(Page, "a minute is closed", stream => stream["pue-1"] is not null, Token);
        var from = first.Moment("pue-1-from")!.Value;

        var reached = first.Moment("pue-1-to")!.Value;
        for (var kill = 0; kill < 2; kill++)
        {
            await _province.KillProductAsync();
            await _province.StartProductAsync(Token);
            var last = await _province.UntilStreamAsync(
                Page, "minutes close again", stream => stream.Moment("pue-1-to") > reached, Token);
            reached = last.Moment("pue-1-to")!.Value;
        }

        var figure = await _province.StreamAsync(Page, Token);
        var to = figure.Moment("pue-1-to")!.Value;
        var truth = await _province.TrueWattHoursAsync(Site, from, to, Token);

        Assert.Equal(from, figure.Moment("pue-1-from"));
        Assert.Equal(truth["utility"], figure["pue-1-facility-energy"]!.Value, RegisterSteps);
        Assert.Equal(truth["ups-output"], figure["pue-1-it-energy"]!.Value, RegisterSteps);
    }
}
