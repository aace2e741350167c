namespace DcOps.EndToEnd.Tests;

/// <summary>
/// The process is killed while it reads: nothing it had acknowledged is lost, and nothing is counted twice. Each
/// poll of this site's entrance is some 200 Wh.
/// </summary>
public sealed class KilledUnderLoadTests : IAsyncLifetime
{
    const string Site = "NJ-01";
    const string Page = $"/facility/{Site}";

    readonly LivingProvince _province = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _province.StartAsync(facilities: 1, racks: 20, Token);

    public ValueTask DisposeAsync() => _province.DisposeAsync();

    [Fact]
    public async Task Its_energy_is_the_sites_own_no_poll_lost_and_none_counted_twice()
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
        AssertIs(truth["utility"], figure["pue-1-facility-energy"]);
        AssertIs(truth["ups-output"], figure["pue-1-it-energy"]);

        void AssertIs(double expected, double? shown) => Assert.Equal(expected, shown!.Value, LivingProvince.EdgeTolerance(expected, from, to));
    }
}
