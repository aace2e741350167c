using System.Globalization;
using System.Net;

namespace DcOps.Browser.Tests;

/// <summary>The regulator's pages over a played year, in both themes and languages, in a real browser.</summary>
public sealed class RegulatorPageTests(LedgerHost host, Chromium chromium)
{
    const int MostNodes = 1_500;

    static readonly string[] Pages =
    [
        "list", "rollups", "kpis", "meters", "line", "empty", "facility", "unbalanced", "no-boundary", "evidence", "evidence-whole", "rooms", "racks", "rooms-unknown", "flow", "flow-unbalanced", "flow-nothing", "month", "corrected", "corrected-month", "changed", "readings",
        "no-meter",
    ];

    public static TheoryData<string, string> Views() => AxeScan.InBothLanguages(Pages);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_quiet_small_and_in_words(string name, string language)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language);

        await visit.Page.GotoAsync(host.Address + AddressOf(name));
        var violations = await AxeScan.ViolationsAsync(visit.Page, $"pue-{name}-{language}", whole: true);

        Assert.Empty(violations);
        Assert.Empty(visit.Strangers);
        Assert.Empty(visit.Complaints.Where(complaint => !name.StartsWith("no-meter", StringComparison.Ordinal) || !complaint.Contains("404", StringComparison.Ordinal)));
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 20, MostNodes);
        Assert.DoesNotMatch(
            @"\b(Layout|Pue|PueFilter|Count|Tab|Period|Verdict|Project|Trait|Reason|Role|Interval|Register|Readings|Evidence|Balance|Months|Category|Revision|Rollup|Rooms|Line|Rule|Kpi|Formula|Note|Steps|Bullet|Flow|Amend|AmendKind|AmendState|Grade|Verification|Method)\.[A-Z]",
            await visit.Page.Locator("body").InnerTextAsync());
    }

    [Theory]
    [InlineData("list")]
    [InlineData("rollups")]
    [InlineData("line")]
    [InlineData("facility")]
    [InlineData("evidence")]
    [InlineData("readings")]
    [InlineData("rooms")]
    public async Task Reflows_at_390_and_320_pixels(string name)
    {
        foreach (var width in new[] { 390, 320 })
        {
            await using var visit = await chromium.VisitAsync(host.Address, width: width);

            await visit.Page.GotoAsync(host.Address + AddressOf(name));
            var needed = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

            await Picture.KeepAsync(visit.Page, string.Create(CultureInfo.InvariantCulture, $"pue-{name}-{width}"), whole: true);
            Assert.True(needed <= width, $"{name} is {needed} pixels wide at {width}");
        }
    }

    [Fact]
    public async Task A_chinese_page_says_its_reasons_in_chinese()
    {
        await using var visit = await chromium.VisitAsync(host.Address);

        await visit.Page.GotoAsync($"{host.Address}/pue/{host.Played.Unbalanced}");
        var reasons = await visit.Page.Locator("tr[data-rule] td:nth-child(6)").AllInnerTextsAsync();

        Assert.NotEmpty(reasons);
        Assert.DoesNotContain(reasons, reason => reason.Contains(" is ", StringComparison.Ordinal) || reason.Contains(" not ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/pue")]
    [InlineData("/pue/{0}")]
    [InlineData("/pue/{0}/evidence")]
    [InlineData("/pue/{0}/evidence?detail=meters")]
    [InlineData("/pue/{0}/evidence/utility-1")]
    [InlineData("/pue/{0}/rooms.csv")]
    [InlineData("/pue.csv")]
    [InlineData("/pue/kpis.csv")]
    [InlineData("/pue/{0}/evidence.csv")]
    [InlineData("/pue/{0}/evidence/utility-1/readings.csv?period=2026-10")]
    [InlineData("/reports.csv")]
    [InlineData("/quality.csv")]
    [InlineData("/corrections.csv")]
    [InlineData("/low-efficiency.csv")]
    [InlineData("/low-efficiency/carbon.csv")]
    public async Task History_that_is_away_is_503_in_words(string path)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        var address = host.AwayAddress + string.Format(CultureInfo.InvariantCulture, path, host.Played.Deep);

        using var answer = await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("能耗历史库当前无法读取", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    string AddressOf(string name) => name switch
    {
        "list" => "/pue",
        "rollups" => "/pue?tab=rollups",
        "kpis" => "/pue?tab=kpis&kpi=it_load_ratio",
        "meters" => "/pue/meters",
        "line" => "/pue?tab=line&line=1.25",
        "empty" => "/pue?q=nowhere&verdict=over",
        "facility" => $"/pue/{host.Played.Deep}",
        "unbalanced" => $"/pue/{host.Played.Unbalanced}",
        "no-boundary" => $"/pue/{host.Played.Undeclared}/evidence",
        "evidence" => $"/pue/{host.Played.Deep}/evidence",
        "evidence-whole" => $"/pue/{host.Played.Deep}/evidence?detail=meters",
        "flow" => $"/dc/{host.Played.Deep}/flow?period=2026-10-05",
        "flow-unbalanced" => $"/dc/{host.Played.Unbalanced}/flow?period=2026-09",
        "flow-nothing" => $"/dc/{host.Played.Undeclared}/flow",
        "rooms" => $"/pue/{host.Played.Deep}/rooms?period=2026-10-05",
        "racks" => $"/pue/{host.Played.Deep}/rooms?period=2026-10-05&room={host.Played.Inventory.Facilities[0].Rooms[0].Id.RoomCode}",
        "rooms-unknown" => $"/pue/{host.Played.Changed}/rooms",
        "corrected" => $"/pue/{host.Played.Corrected}",
        "corrected-month" => $"/pue/{host.Played.Corrected}/evidence?period=2026-09",
        "changed" => $"/pue/{host.Played.Changed}/evidence?period=2026",
        "month" => $"/pue/{host.Played.Gappy}/evidence?period=2026-07",
        "readings" => $"/pue/{host.Played.Deep}/evidence/ups-output-1?period=2026-10&day=2026-10-05",
        _ => $"/pue/{host.Played.Deep}/evidence/no-such-meter",
    };

}
