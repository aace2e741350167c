using System.IO.Compression;
using System.Net;
using System.Text;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;
using DcOps.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>Statements, corrections, data quality and low efficiency over a real ledger of a played year, in a real browser.</summary>
public sealed class ReportPageTests(LedgerHost host, Chromium chromium)
{
    const int MostNodes = 1_500;

    static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    string Site => host.Played.Inventory.Facilities[5].Id.Value;

    public static TheoryData<string, string, string> Views()
    {
        var views = new TheoryData<string, string, string>();
        foreach (var page in new[]
        {
            "reports", "report", "file", "verify", "corrections", "propose", "correction", "quality", "quality-site", "low-efficiency", "site", "carbon",
        })
        {
            foreach (var language in new[] { "zh-CN", "en" })
            {
                views.Add(page, language, "light");
                views.Add(page, language, "dark");
            }
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_small_quiet_and_stays_at_home(string page, string language, string theme)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language, theme);

        await visit.Page.GotoAsync(host.Address + await PathOfAsync(page));
        var report = await visit.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        var nodes = await visit.Page.EvaluateAsync<int>("document.querySelectorAll('*').length");
        var text = await visit.Page.Locator("body").InnerTextAsync();

        await KeepAsync(visit.Page, $"{page}-{language}-{theme}");
        Assert.Empty(report.Violations.Select(rule => $"{rule.Id}: {string.Join(" | ", rule.Nodes.Select(node => node.Html))}"));
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
    public async Task Fits_a_telephone(string page)
    {
        await using var visit = await chromium.VisitAsync(host.Address, width: 390);

        await visit.Page.GotoAsync(host.Address + await PathOfAsync(page));
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        await KeepAsync(visit.Page, $"{page}-390");
        Assert.True(width <= 390, $"{page} is {width} pixels wide");
    }

    [Fact]
    public async Task A_closed_month_is_filed_downloaded_and_verified_and_a_changed_byte_is_named()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        await visit.Page.GotoAsync($"{host.Address}/reports/file?scope={Site}&kind=month&period=2026-08");
        await visit.Page.Locator("[name='Form.Author']").FillAsync("regulator.lin");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "File", Exact = true }).ClickAsync();

        Assert.EndsWith($"/reports/{Site}-2026-08-r1", visit.Page.Url, StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("dcops-bundle-").FullName;
        var (whole, broken) = (Path.Combine(folder, "whole.zip"), Path.Combine(folder, "broken.zip"));
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByText("Signed bundle (ZIP)").ClickAsync());
        await download.SaveAsAsync(whole);
        File.Copy(whole, broken);
        Change(broken, StatementNames.Readings);

        var answer = await VerifyAsync(visit.Page, whole);
        Assert.Equal("whole", await answer.GetAttributeAsync("data-outcome"));
        await Assertions.Expect(visit.Page.GetByText("signed with this installation's own key")).ToBeVisibleAsync();
        await KeepAsync(visit.Page, "verify-whole");

        answer = await VerifyAsync(visit.Page, broken);
        Assert.Equal("broken", await answer.GetAttributeAsync("data-outcome"));
        var finding = visit.Page.Locator($"[data-finding='{StatementNames.Readings}']");
        await Assertions.Expect(finding).ToContainTextAsync("was changed: its SHA-256 is not the manifest's");
        await KeepAsync(visit.Page, "verify-broken");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_no_bundle_is_refused_in_words()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "no ZIP at all", Cancelled);

        await visit.Page.GotoAsync($"{host.Address}/reports/verify");
        await visit.Page.Locator("[name='bundle']").SetInputFilesAsync(file);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".fault")).ToContainTextAsync("is no bundle");
        File.Delete(file);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_read()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var content = new ByteArrayContent(new byte[65 * 1024 * 1024]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{host.Address}/reports/verify") { Content = content };
        request.Headers.ExpectContinue = true;

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/reports/verify?fault=too-large", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = new HttpClient();
        using var content = new FormUrlEncodedContent([new("_handler", "file"), new("Form.Author", "somebody")]);

        using var answer = await client.PostAsync($"{host.Address}/reports/file?scope={Site}&kind=month&period=2026-07", content, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_correction_is_proposed_previewed_and_answered_by_somebody_else()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        var page = visit.Page;
        await page.GotoAsync($"{host.Address}/corrections/new?facility={Site}&meter=ups-output-1");
        await page.Locator("[name='Form.Kind']").SelectOptionAsync("substitute-energy");
        await page.Locator("[name='Form.At']").FillAsync("2026-09-20T00:00");
        await page.Locator("[name='Form.To']").FillAsync("2026-09-20T12:00");
        await page.Locator("[name='Form.EnergyKilowattHours']").FillAsync("100");
        await page.Locator("[name='Form.Reason']").FillAsync("bypassed during maintenance");
        await page.Locator("[name='evidence']").SetInputFilesAsync(new FilePayload { Name = "log.pdf", MimeType = "application/pdf", Buffer = "log"u8.ToArray() });
        await page.Locator("[name='Form.Name']").FillAsync("operator.zhou");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();

        var month = page.Locator("[data-period='2026-09'] td.number[data-raw]");
        var (before, after) = (await month.Nth(0).GetAttributeAsync("data-raw"), await month.Nth(1).GetAttributeAsync("data-raw"));
        Assert.NotEqual(before, after);
        Assert.Contains(Digest.Of("log").Hex, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await KeepAsync(page, "correction-preview");

        await AnswerAsync(page, "accepted", "operator.zhou");
        await Assertions.Expect(page.Locator(".fault")).ToContainTextAsync("Nobody decides on a proposal of their own");
        await AnswerAsync(page, "accepted", "regulator.lin");
        await Assertions.Expect(page.Locator("h1 .stage")).ToHaveTextAsync("accepted");
    }

    [Theory]
    [InlineData("/reports.csv", "pue_ratio,e_dc_wh,e_it_wh")]
    [InlineData("/corrections.csv", "position_wh,serial,energy_wh")]
    [InlineData("/quality.csv?period=2026-09", "completeness_ratio")]
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
        await KeepAsync(visit.Page, "print");
        Assert.Empty(visit.Complaints);
    }

    static void Change(string zip, string name)
    {
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
        var entry = archive.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        entry.Delete();
        using var stream = archive.CreateEntry(name).Open();
        var changed = text.ToCharArray();
        changed[^3] = changed[^3] == '1' ? '2' : '1';
        stream.Write(Encoding.UTF8.GetBytes(changed));
    }

    static async Task KeepAsync(IPage page, string name)
    {
        Directory.CreateDirectory(RepositoryRoot.Of("artifacts", "pictures"));
        await page.ScreenshotAsync(new() { Path = RepositoryRoot.Of("artifacts", "pictures", $"desk-{name}.png"), FullPage = true });
    }

    async Task<ILocator> VerifyAsync(IPage page, string file)
    {
        await page.GotoAsync($"{host.Address}/reports/verify");
        await page.Locator("[name='bundle']").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        var outcome = page.Locator("[data-outcome]");
        await outcome.WaitForAsync(new() { Timeout = 60_000 });
        return outcome;
    }

    static async Task AnswerAsync(IPage page, string decision, string name)
    {
        await page.Locator($"[name='Form.Decision'][value='{decision}']").CheckAsync();
        await page.Locator("[name='Form.Note']").FillAsync("log agrees");
        await page.Locator("[name='Form.Name']").FillAsync(name);
        await page.Locator("[name='Form.Role']").SelectOptionAsync("regulator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
    }

    async Task<string> FiledAsync()
    {
        var filed = await host.Played.Ledger.FileAsync(
            FacilityId.Parse(Site), PeriodKind.Month, BusinessCalendar.Shanghai.Month(2026, 9), "regulator.lin", Cancelled);
        return filed is Contracts.Ledger.FilingAnswer.Filed { Statement.Id: var id } ? id : throw new InvalidOperationException(filed.ToString());
    }

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
