using System.IO.Compression;
using System.Net;
using System.Text;
using DcOps.Domain.Statements;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>What people do with statements: file, take away, verify, correct, over a real ledger of a played year.</summary>
[Collection("reports")]
public sealed class ReportFlowTests(LedgerHost host, Chromium chromium)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    string Site => host.Played.Inventory.Facilities[5].Id.Value;

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
        await Picture.KeepAsync(visit.Page, "desk-verify-whole", whole: true);

        answer = await VerifyAsync(visit.Page, broken);
        Assert.Equal("broken", await answer.GetAttributeAsync("data-outcome"));
        var finding = visit.Page.Locator($"[data-finding='{StatementNames.Readings}']");
        await Assertions.Expect(finding).ToContainTextAsync("was changed: its SHA-256 is not the manifest's");
        await Picture.KeepAsync(visit.Page, "desk-verify-broken", whole: true);
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
        await page.Locator("[name='Form.Reason']").FillAsync("检修期间旁路");
        await page.Locator("[name='evidence']").SetInputFilesAsync(new FilePayload { Name = "log.pdf", MimeType = "application/pdf", Buffer = "log"u8.ToArray() });
        await page.Locator("[name='Form.Name']").FillAsync("operator.zhou");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();

        var month = page.Locator("[data-period='2026-09'] td.number[data-raw]");
        var (before, after) = (await month.Nth(0).GetAttributeAsync("data-raw"), await month.Nth(1).GetAttributeAsync("data-raw"));
        Assert.NotEqual(before, after);
        Assert.Contains(Digest.Of("log").Hex, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await Picture.KeepAsync(page, "desk-correction-preview", whole: true);

        await AnswerAsync(page, "accepted", "operator.zhou");
        await Assertions.Expect(page.Locator(".fault")).ToContainTextAsync("Nobody decides on a proposal of their own");
        await AnswerAsync(page, "accepted", "regulator.lin");
        await Assertions.Expect(page.Locator("h1 .stage")).ToHaveTextAsync("accepted");
    }

    [Fact]
    public async Task A_registry_is_compared_field_by_field_before_anybody_says_yes()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");
        var page = visit.Page;
        using var client = new HttpClient();
        var table = await client.GetStringAsync($"{host.Address}/pue/meters.csv", Cancelled);
        var lines = table.Split('\n');
        var serial = Array.IndexOf(lines[0].Trim().Split(','), "serial");
        var cells = lines[1].Split(',');
        (cells[serial], lines[1]) = ("REPLACED-1", "");
        lines[1] = string.Join(',', cells);

        await SendAsync("\n,");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Meter registry");
        await Assertions.Expect(page.GetByText("faults")).ToBeVisibleAsync();
        await SendAsync(string.Join('\n', lines));

        var change = page.Locator("tr[data-change='Changed']");
        await Assertions.Expect(change).ToContainTextAsync("REPLACED-1");
        await Assertions.Expect(change).ToContainTextAsync("serial");
        await Assertions.Expect(page.Locator("[data-restates]")).ToHaveCountAsync(1);
        await Picture.KeepAsync(page, "desk-meters-difference", whole: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put in force" }).ClickAsync();
        await Assertions.Expect(page.Locator(".fault")).ToContainTextAsync("Say who puts it in force");
        Assert.Equal(table, await client.GetStringAsync($"{host.Address}/pue/meters.csv", Cancelled));

        async Task SendAsync(string text)
        {
            await page.GotoAsync($"{host.Address}/pue/meters");
            await page.Locator("[name='table']").SetInputFilesAsync(new FilePayload { Name = "new.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
            await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        }
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
        await page.Locator("[name='Form.Note']").FillAsync("日志一致");
        await page.Locator("[name='Form.Name']").FillAsync(name);
        await page.Locator("[name='Form.Role']").SelectOptionAsync("regulator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
    }
}
