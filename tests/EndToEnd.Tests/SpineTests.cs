using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>From real agents and a real broker to the page, through every part of the product.</summary>
public sealed class SpineTests : IAsyncLifetime
{
    const string Site = "NJ-01";
    const string Register = "utility-1/total/active-energy";
    const string BetterMeter =
        """
        meters:
          - { facility: NJ-01, meter: utility-1, role: utility-entrance, rated_kw: 1000, resolution_wh: 1, accuracy_class: 0.2, valid_from: 2026-01-01 }
        """;

    readonly ScratchFolder _folder = new();

    readonly LivingProvince _province = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    // Returns when every rack of the simulated site is live on the first page.
    public async ValueTask InitializeAsync() => await _province.StartAsync(facilities: 1, racks: 20, Token);

    public async ValueTask DisposeAsync()
    {
        await _province.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_silent_rack_says_so_and_comes_back()
    {
        var rack = $"/dc/{Site}/r/R01/A01";
        var before = await _province.PageAsync(rack, Token);

        await _province.FaultAsync(Token, "silent", $"{Site}/R01/A01", "pdu-a", "--for", "55s");
        var silent = await _province.UntilPageAsync(rack, "the rack's power is unknown", page => page["power"] is null, Token);
        var back = await _province.UntilPageAsync(rack, "the rack's power is known again", page => page["power"] is not null, Token);

        Assert.NotNull(before["power"]);
        Assert.Null(silent["utilization"]);
        Assert.InRange(back["power"]!.Value / before["power"]!.Value, 0.5, 2);
    }

    [Fact]
    public async Task A_killed_process_goes_on_from_what_it_kept()
    {
        var before = await MeterAsync();
        await File.WriteAllTextAsync(_folder.Of("meters.yaml"), BetterMeter, Token);
        var shown = await MetersAsync("--dry-run");
        var applied = await MetersAsync("--name", "clerk", "--reason", "as built");

        await _province.KillProductAsync();
        await _province.StartProductAsync(Token);
        var after = await MeterAsync();

        Assert.True(after >= before, $"the register stood at {before} Wh and stands at {after} Wh");
        Assert.EndsWith(" removed", shown, StringComparison.Ordinal);
        Assert.Equal($"{shown}{Environment.NewLine}revision 1 is in force", applied);
        Assert.Equal("no difference", await MetersAsync("--dry-run"));
    }

    [Fact]
    public async Task A_stop_is_clean_and_a_start_goes_on_from_there()
    {
        var before = await MeterAsync();

        var code = await _province.StopProductAsync(Token);
        await _province.StartProductAsync(Token);

        Assert.Equal(0, code);
        Assert.True(await MeterAsync() >= before);
    }

    async Task<string> MetersAsync(params string[] line)
    {
        await using var command = ExternalProgram.Start(ProductProgram.Standalone, ["meters", "apply", _folder.Of("meters.yaml"), "--to", _province.Address, .. line]);
        return (await command.UntilEndedAsync(Token)).TrimEnd();
    }

    async Task<double> MeterAsync() =>
        (await _province.UntilPageAsync($"/dc/{Site}", "the meter is read", page => page[Register] is not null, Token))[Register]!.Value;
}
