using System.Net;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Tables;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>The scheduler's pages over a real desk, in both themes and both languages; and what a scheduler does with them.</summary>
public sealed class SchedulePageTests(ScheduleHost host, Chromium chromium) : IClassFixture<ScheduleHost>
{
    static readonly string[] Pages =
    [
        "/schedule", "/schedule/jobs", "/schedule/jobs/J00002", "/schedule/plans", "/schedule/dispatch", "/schedule/import", "/schedule/plans/P-0001/decide", "/schedule/plans/P-0001/advice",
        "/schedule/what-if?ask=more-units&pool=gpu&percent=5",
    ];

    public static TheoryData<string, string> Views() => AxeScan.InBothLanguages(Pages);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_light_and_free_of_raw_keys(string path, string language)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language);

        await visit.Page.GotoAsync(host.Address + path);
        var violations = await AxeScan.ViolationsAsync(visit.Page, $"schedule-{Pages.IndexOf(path)}-{language}");

        Assert.Empty(violations);
        Assert.Empty(visit.Complaints);
        Assert.Empty(visit.Strangers);
        Assert.DoesNotMatch(
            @"\b(Schedule|PlanStage|PlanDeed|PoolKind|BaselineKind|Flexibility|LatencyClass|QuestionKind)\.[A-Z]",
            await visit.Page.Locator("body").InnerTextAsync());
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 1, 1_500);
    }

    [Fact]
    public async Task A_desk_without_tables_says_what_to_bring()
    {
        await using var visit = await chromium.VisitAsync(host.EmptyAddress, "en");

        await visit.Page.GotoAsync($"{host.EmptyAddress}/schedule");

        await Assertions.Expect(visit.Page.GetByText("There is nothing to plan yet")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/schedule?plan=P-0404"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/schedule/jobs/none"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/schedule/plans/P-0404/reasons.csv"));
    }

    [Fact]
    public async Task Faulty_tables_are_named_by_line_and_nothing_is_taken()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        await visit.Page.GotoAsync($"{host.Address}/schedule/import");

        var jobs = ScheduleHost.Tables[PlanTables.Jobs].Replace(",gpu,", ",tpu,", StringComparison.Ordinal);
        await visit.Page.Locator("[name='tables']").SetInputFilesAsync(new FilePayload { Name = "jobs.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(jobs) });
        await visit.Page.Locator("[name='Form.Name']").FillAsync("Zhao");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take and plan" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("caption")).ToContainTextAsync("Nothing was taken");
        await Assertions.Expect(visit.Page.Locator("tbody tr").First).ToContainTextAsync("is 'tpu'; write one of cpu, gpu, hpc, storage.");
        await Picture.KeepAsync(visit.Page, "schedule-faults");
    }

    [Fact]
    public async Task A_plan_of_half_a_megawatt_is_released_by_two_people_and_replaces_none_silently()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");

        await DecideAsync(visit.Page, "approve", "Li");
        await DecideAsync(visit.Page, "approve", "Li");
        await Assertions.Expect(visit.Page.Locator(".fault")).ToContainTextAsync("must be another person's");
        await DecideAsync(visit.Page, "approve", "Wang");
        await DecideAsync(visit.Page, "release", "Li");

        await Assertions.Expect(visit.Page.Locator(".headline .stage")).ToHaveTextAsync("released");
        await Assertions.Expect(visit.Page.GetByText("placements.csv")).ToBeVisibleAsync();
        await Picture.KeepAsync(visit.Page, "schedule-released");
    }

    [Fact]
    public async Task Tables_to_take_away_agree_with_the_page_and_name_their_units()
    {
        using var client = new HttpClient();
        var reasons = CsvText.Rows(await client.GetStringAsync($"{host.Address}/schedule/plans/P-0001/reasons.csv", Token));
        var summary = CsvText.Rows(await client.GetStringAsync($"{host.Address}/schedule/plans/P-0001/summary.csv", Token));
        var pools = CsvText.Rows(await client.GetStringAsync($"{host.Address}/schedule/plans/P-0001/pools.csv", Token));
        var placements = CsvText.Rows(await client.GetStringAsync($"{host.Address}/schedule/plans/P-0001/placements.csv", Token));
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        await visit.Page.GotoAsync($"{host.Address}/schedule");

        Assert.Equal(200, reasons.Count - 1);
        var served = reasons.Skip(1).Count(row => row.Cells[1].Length > 0);
        Assert.Equal(served.ToString(System.Globalization.CultureInfo.InvariantCulture), summary[1].Cells[1]);
        Assert.Equal(served, placements.Skip(1).Select(row => row.Cells[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("room_kw", pools[0].Cells);
        Assert.Contains("energy-cny", reasons[0].Cells);
        await Assertions.Expect(visit.Page.Locator(".headline")).ToContainTextAsync($"{served} of 200 jobs");
    }

    [Fact]
    public async Task Reflows_at_320_pixels()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en", width: 320);

        await visit.Page.GotoAsync($"{host.Address}/schedule");

        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    async Task DecideAsync(IPage page, string deed, string name)
    {
        await page.GotoAsync($"{host.Address}/schedule/plans/P-0001/decide");
        await page.Locator($"input[value='{deed}']").CheckAsync();
        await page.Locator("[name='Form.Name']").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();
    }

    async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(host.EmptyAddress + path), Token);
        return answer.StatusCode;
    }

}
