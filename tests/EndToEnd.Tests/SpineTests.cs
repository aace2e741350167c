using System.Globalization;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>From real agents and a real broker to the page, through every part of the product.</summary>
public sealed class SpineTests : IAsyncLifetime
{
    const string Site = "NJ-01";

    // A register of 1 Wh read twice, against a truth kept by the second at the same instants.
    const double Agreement = 0.001;

    readonly LivingProvince _province = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _province.StartAsync(facilities: 1, racks: 20, Token);

    public ValueTask DisposeAsync() => _province.DisposeAsync();

    [Fact]
    public async Task Energy_on_the_page_is_the_energy_of_the_registers_through_a_kill()
    {
        var before = await CountedAsync();

        await _province.KillProductAsync();
        await _province.StartProductAsync(Token);
        var after = await _province.UntilPageAsync(
            $"/dc/{Site}", "energy goes on", page => page["facility-energy-today"] > before.Energy, Token);

        // What was counted is the register less what it said when counting began: the same before and after, to the Wh.
        Assert.Equal(before.Register - before.Energy, Counted(after).Register - Counted(after).Energy);
    }

    [Fact]
    public async Task Energy_on_the_page_agrees_with_the_truth()
    {
        var first = await CountedAsync();
        var last = await _province.UntilPageAsync(
            $"/dc/{Site}", "half a minute has been counted", page => Counted(page).At >= first.At.AddSeconds(30), Token);

        var truth = await _province.TrueEnergyAsync(Site, first.At, Counted(last).At, Token);
        var counted = Counted(last).Energy - first.Energy;

        Assert.InRange(counted / truth["utility"], 1 - Agreement, 1 + Agreement);
    }

    [Fact]
    public async Task A_reset_register_loses_no_energy()
    {
        var first = await CountedAsync();
        await _province.FaultAsync(Token, "reset", Site, "utility-1");
        var last = await _province.UntilPageAsync(
            $"/dc/{Site}",
            "a minute has been counted after the reset",
            page => Counted(page) is var now && now.Register < first.Register && now.At >= first.At.AddSeconds(60),
            Token);

        var truth = await _province.TrueEnergyAsync(Site, first.At, Counted(last).At, Token);
        var counted = Counted(last).Energy - first.Energy;

        // The stretch between the last reading and the reset is estimated from power: within a sample of the truth.
        Assert.InRange(counted / truth["utility"], 0.99, 1.01);
    }

    [Fact]
    public async Task A_silent_rack_says_so_and_comes_back_with_its_energy()
    {
        var rack = $"/dc/{Site}/r/R01/A01";
        var before = await _province.PageAsync(rack, Token);

        await _province.FaultAsync(Token, "silent", $"{Site}/R01/A01", "pdu-a", "--for", "1m");
        var silent = await _province.UntilPageAsync(rack, "the rack's power is unknown", page => page["power"] is null, Token);
        await _province.FaultAsync(Token, "clear", "all");
        var back = await _province.UntilPageAsync(rack, "the rack's power is known again", page => page["power"] is not null, Token);

        Assert.NotNull(before["power"]);
        Assert.Null(silent["utilization"]);
        Assert.True(back["energy-today"] >= before["energy-today"], $"{before["energy-today"]} Wh became {back["energy-today"]} Wh");
    }

    [Fact]
    public async Task A_stop_is_clean_and_a_start_goes_on_from_there()
    {
        var before = await CountedAsync();

        var code = await _province.StopProductAsync(Token);
        await _province.StartProductAsync(Token);
        var after = await _province.UntilPageAsync(
            $"/dc/{Site}", "energy goes on", page => page["facility-energy-today"] > before.Energy, Token);

        Assert.Equal(0, code);
        Assert.Equal(before.Register - before.Energy, Counted(after).Register - Counted(after).Energy);
    }

    static (double Energy, double Register, DateTimeOffset At) Counted(LivePage page) => (
        page["facility-energy-today"] ?? double.NaN,
        page["utility-1/total/active-energy"] ?? double.NaN,
        DateTimeOffset.TryParse(page.Text("utility-1/total/active-energy-age"), CultureInfo.InvariantCulture, out var at) ? at : default);

    async Task<(double Energy, double Register, DateTimeOffset At)> CountedAsync() => Counted(await _province.UntilPageAsync(
        $"/dc/{Site}", "energy is counted", page => page["facility-energy-today"] > 0, Token));
}
