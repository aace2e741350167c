using System.Globalization;
using System.Net;
using DcOps.Domain.Csv;
using DcOps.Testing;

namespace DcOps.Browser.Tests;

/// <summary>What a page shows and what it exports are one figure, and the keys do what the page says.</summary>
public sealed class RegulatorExportTests(LedgerHost host, Chromium chromium)
{
    [Fact]
    public async Task The_annual_figure_is_the_same_on_the_page_in_the_export_and_from_the_meters()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        await visit.Page.GotoAsync($"{host.Address}/pue");
        var shown = await visit.Page.Locator($"tr[data-facility='{host.Played.Deep}'] td[data-raw]").First.GetAttributeAsync("data-raw");

        var exported = (await ReadAsync("/pue.csv")).Single(row => row["facility"] == host.Played.Deep.Value);
        var meters = await ReadAsync($"/pue/{host.Played.Deep}/evidence.csv");
        var entering = meters.Where(row => row["role"] == "utility-entrance").Sum(row => long.Parse(row["energy_wh"], CultureInfo.InvariantCulture));
        var it = meters.Where(row => row["role"] == "ups-output").Sum(row => long.Parse(row["energy_wh"], CultureInfo.InvariantCulture));

        Assert.Equal(shown, exported["pue_ratio"]);
        Assert.Equal((double)entering / it, double.Parse(exported["pue_ratio"], CultureInfo.InvariantCulture), 4);
    }

    [Fact]
    public async Task The_export_holds_what_the_filter_leaves()
    {
        var all = await ReadAsync("/pue.csv");
        var over = await ReadAsync("/pue.csv?verdict=over");

        Assert.Equal(host.Played.Inventory.Facilities.Length, all.Count);
        Assert.Equal(all.Where(row => row["verdict"] == "over").Select(row => row["facility"]), over.Select(row => row["facility"]));
        Assert.NotEmpty(over);
    }

    [Fact]
    public async Task Raw_readings_are_exported_with_what_each_was_understood_as()
    {
        var rows = await ReadAsync($"/pue/{host.Played.Deep}/evidence/ups-output-1/readings.csv?period=2026-10");

        Assert.InRange(rows.Count, 2_500, 31 * 96);
        Assert.Equal(["advanced", "swapped"], rows.Select(row => row["understood_as"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(rows.Select(row => row["at_utc"]).Order(StringComparer.Ordinal), rows.Select(row => row["at_utc"]));
    }

    [Fact]
    public async Task Rooms_and_what_no_rack_accounts_for_add_up_to_the_data_centre()
    {
        var rows = await ReadAsync($"/pue/{host.Played.Deep}/rooms.csv?period=2026-10-05");
        var figure = (await host.Played.Ledger.ClosedAsync(
            host.Played.Deep, Domain.Ledger.PeriodKind.Day, Domain.Topology.BusinessCalendar.Shanghai.Day(PlayedLedger.RackedDay), TestContext.Current.CancellationToken))[0].Current.Totals.Figures[0];
        long Sum(string level) => rows.Where(row => row["level"] == level && row["e_dc_wh"].Length > 0).Sum(row => long.Parse(row["e_dc_wh"], CultureInfo.InvariantCulture));

        Assert.Equal(figure.FacilityEnergy.WattHours, Sum("facility"));
        Assert.Equal(Sum("facility"), Sum("room") + Sum("unallocated"));
        Assert.Equal(Sum("room"), Sum("rack"));
        Assert.Equal("metered-it", rows[0]["allocation"]);
        Assert.Equal("0", rows.Last(row => row["level"] == "rack")["racks_metered"]);
    }

    [Theory]
    [InlineData("/pue/NJ-01/rooms.csv?period=never", HttpStatusCode.NotFound)]
    [InlineData("/pue/NJ-99/rooms", HttpStatusCode.NotFound)]
    [InlineData("/pue.csv?period=never", HttpStatusCode.BadRequest)]
    [InlineData("/pue/NJ-99/evidence.csv", HttpStatusCode.NotFound)]
    [InlineData("/pue/NJ-01/evidence/nothing/readings.csv", HttpStatusCode.NotFound)]
    [InlineData("/pue/NJ-99", HttpStatusCode.NotFound)]
    [InlineData("/pue/NJ-01/evidence?period=never", HttpStatusCode.NotFound)]
    public async Task What_does_not_exist_is_refused(string path, HttpStatusCode status)
    {
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(host.Address + path), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_key_i_opens_the_note_of_the_table_that_has_the_focus_and_types_in_a_field()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        await visit.Page.GotoAsync($"{host.Address}/pue/{host.Played.Deep}");
        var note = visit.Page.Locator("tr[data-kpi] details").First;

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Region, new() { Name = "Indicators of the same year" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("i");

        Assert.NotNull(await note.GetAttributeAsync("open"));
        await visit.Page.GotoAsync($"{host.Address}/pue");
        await visit.Page.Locator("main input[name=q]").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("nji");
        Assert.Equal("nji", await visit.Page.Locator("main input[name=q]").InputValueAsync());
    }

    [Theory]
    [InlineData("/pue")]
    [InlineData("/pue/NJ-01")]
    [InlineData("/pue/NJ-01/evidence?period=2026-10")]
    public async Task Prints_what_was_asked_for_and_no_frame(string path)
    {
        await using var visit = await chromium.VisitAsync(host.Address, width: 1_050);
        await visit.Page.GotoAsync(host.Address + path);

        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var paper = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });

        Directory.CreateDirectory(RepositoryRoot.Of("artifacts", "pictures"));
        var name = $"print{path.Replace('/', '-').Split('?')[0]}.pdf";
        await File.WriteAllBytesAsync(RepositoryRoot.Of("artifacts", "pictures", name), paper, TestContext.Current.CancellationToken);
        Assert.False(await visit.Page.Locator("header.top").IsVisibleAsync());
        Assert.Equal(0, await visit.Page.Locator("form.filters:visible, nav:visible").CountAsync());
        Assert.NotEqual(0, await visit.Page.Locator("table:visible").CountAsync());
        var needed = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(needed <= 1_050, $"{path} is {needed} pixels wide on paper");
    }

    async Task<List<Dictionary<string, string>>> ReadAsync(string path)
    {
        using var client = new HttpClient();
        var text = await client.GetStringAsync(new Uri(host.Address + path), TestContext.Current.CancellationToken);
        var rows = CsvText.Rows(text);
        return rows.Skip(1).Select(row => rows[0].Cells.Zip(row.Cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)).ToList();
    }
}
