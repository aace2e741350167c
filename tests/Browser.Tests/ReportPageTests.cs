using System.Net;

namespace DcOps.Browser.Tests;

/// <summary>Statements, corrections, data quality and low efficiency over a real ledger of a played year, in a real browser.</summary>
[Collection("reports")]
public sealed class ReportPageTests(LedgerHost host, Chromium chromium)
{
    const int MostNodes = 1_500;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    string Site => host.Played.Inventory.Facilities[5].Id.Value;

    public static TheoryData<string, string> Views() => AxeScan.InBothLanguages(
    [
            "reports", "report", "file", "verify", "corrections", "propose", "correction", "quality", "quality-site", "low-efficiency", "site", "carbon", "uploads",
    ]);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_small_quiet_and_stays_at_home(string page, string language)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language);

        await visit.Page.GotoAsync(host.Address + await PathOfAsync(page));
        var violations = await AxeScan.ViolationsAsync(visit.Page, $"desk-{page}-{language}", whole: true);
        var nodes = await visit.Page.EvaluateAsync<int>("document.querySelectorAll('*').length");
        var text = await visit.Page.Locator("body").InnerTextAsync();

        Assert.Empty(violations);
        Assert.InRange(nodes, 1, MostNodes);
        Assert.DoesNotMatch(@"\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\b(?<!\.(Html|Csv))", text.Replace("DcOps.", "", StringComparison.Ordinal));
        Assert.Empty(visit.Strangers);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("report")]
    [InlineData("verify")]
    [InlineData("propose")]
    [InlineData("correction")]
    [InlineData("quality")]
    [InlineData("low-efficiency")]
    [InlineData("site")]
    [InlineData("uploads")]
    public async Task Fits_a_telephone(string page)
    {
        await using var visit = await chromium.VisitAsync(host.Address, width: 390);

        await visit.Page.GotoAsync(host.Address + await PathOfAsync(page));
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        await Picture.KeepAsync(visit.Page, $"desk-{page}-390", whole: true);
        Assert.True(width <= 390, $"{page} is {width} pixels wide");
    }

    [Theory]
    [InlineData("/reports.csv", "pue_ratio,e_dc_wh,e_it_wh")]
    [InlineData("/corrections.csv", "position_wh,serial,energy_wh")]
    [InlineData("/quality.csv?period=2026-09", "lateness_p95_seconds,clock_skew_seconds,out_of_range_ratio")]
    [InlineData("/quality/matrix.csv?period=2026-09", "completeness_ratio,score_0_to_100,lateness_p95_seconds")]
    [InlineData("/quality/points.csv?period=2026-09", "repair_step,facilities_unlocked")]
    [InlineData("/quality/suspicions.csv?period=2026-09", "from_utc,to_utc")]
    [InlineData("/uploads.csv?days=7", "expected_items,given_items,acknowledged_items,refused_items,completeness_ratio")]
    [InlineData("/pue/NJ-01/rooms.csv?period=2026-10-05", "e_it_wh,overhead_wh,e_dc_wh,completeness_ratio")]
    [InlineData("/pue/kpis.csv", "kpi,unit,value,low,high,uncertainty_k2,numerator,denominator,facilities,facilities_known")]
    [InlineData("/pue/eu-2024-1364.csv?period=2026", "report_owed,installed_it_kilowatts,e_dc_wh,e_it_wh,water_litres")]
    [InlineData("/low-efficiency.csv", "saving_wh,target_ratio")]
    [InlineData("/low-efficiency/carbon.csv", "location_carbon_kg,location_factor_year")]
    public async Task A_table_is_taken_away_with_units_and_the_time_of_its_snapshot(string path, string columns)
    {
        using var client = new HttpClient();

        var text = await client.GetStringAsync(host.Address + path, Cancelled);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(columns, lines[0], StringComparison.Ordinal);
        Assert.EndsWith("snapshot_at_utc", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..], line => Assert.EndsWith("Z", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/reports", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/corrections", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/quality", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/low-efficiency", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/pue/NJ-01/rooms", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/reports/verify", HttpStatusCode.OK)]
    public async Task History_that_is_away_is_said_in_words_and_verifying_goes_on(string path, HttpStatusCode status)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        using var answer = await client.GetAsync(new Uri(host.AwayAddress + path), Cancelled);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            status == HttpStatusCode.ServiceUnavailable,
            page.Contains("The ledger's store cannot be reached now", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/reports/NJ-99-2026-01-r1")]
    [InlineData("/corrections/C-1999-0001")]
    [InlineData("/low-efficiency/ZZ-99")]
    [InlineData("/reports/nothing/bundle.zip")]
    [InlineData("/reports/nothing/print")]
    public async Task What_was_never_filed_is_not_found(string path)
    {
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(host.Address + path), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_to_print_stands_alone_and_runs_nothing()
    {
        var id = await FiledAsync();
        await using var visit = await chromium.VisitAsync(host.Address);

        var answer = await visit.Page.GotoAsync($"{host.Address}/reports/{id}/print");

        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'", answer!.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("script").CountAsync());
        await Picture.KeepAsync(visit.Page, "desk-print", whole: true);
        Assert.Empty(visit.Complaints);
    }


    Task<string> FiledAsync() => host.FileAsync(Cancelled);

    async Task<string> PathOfAsync(string page) => page switch
    {
        "report" => $"/reports/{await FiledAsync()}?check=yes",
        "file" => $"/reports/file?scope={Site}&kind=month&period=2026-07",
        "verify" => "/reports/verify",
        "propose" => $"/corrections/new?facility={Site}&meter=ups-output-1",
        "correction" => $"/corrections/{(await host.Played.Ledger.CorrectionsAsync(null, null, Cancelled))[0].Id}",
        "quality" => "/quality?period=2026-09",
        "quality-site" => $"/quality?period=2026-09&dc={host.Played.Deep}",
        "site" => $"/low-efficiency/{(await host.Played.Ledger.LowEfficiencyAsync(Cancelled)).Sites[0].Survey.Facility}",
        "carbon" => "/low-efficiency/carbon",
        _ => $"/{page}",
    };
}
