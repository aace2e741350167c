using DcOps.Domain.Alarms;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>The alarm pages during a storm, in both themes and both languages; and what an operator does with them.</summary>
public sealed class AlarmPageTests(AlarmHost host, Chromium chromium) : IClassFixture<AlarmHost>
{
    static readonly string[] Pages =
    [
        "/alarms", "/alarms?tab=alarms", "/alarms?tab=shelved", "/alarms?tab=mine", "/alarms?level=critical&where=NJ-01&skip=50",
        "/alarms?words=nowhere", "/alarms/{one}", "/alarms/{sixty}", "/alarms/act?deed=acknowledge&id={one}", "/alarms/act?deed=shelve&id={sixty}",
        "/alarms/act?deed=assign&id={one}", "/alarms/{one}/regroup?how=merge&id={sixty}", "/alarms/handover", "/alarms/windows", "/alarms/rules", "/alarms/rules/try",
        "/alarms/kpis", "/alarms/journal", "/alarms/notices",
    ];

    public static TheoryData<string, string> Views() => AxeScan.InBothLanguages(Pages);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_light_and_free_of_raw_keys(string path, string language)
    {
        await using var visit = await chromium.VisitAsync(host.Address, language);

        var answer = await visit.Page.GotoAsync(AddressOf(path));
        var violations = await AxeScan.ViolationsAsync(visit.Page, $"alarms-{Pages.IndexOf(path)}-{language}");

        Assert.Equal(200, answer?.Status);
        Assert.Empty(violations);
        Assert.Empty(visit.Complaints);
        Assert.Empty(visit.Strangers);
        Assert.DoesNotMatch(
            @"\b(Alarms|AlarmState|AlarmDeed|AlarmEvent|AlarmKpi|AlarmTab|AlarmPriority|HandOver|NoticeKind)\.[A-Z]", await visit.Page.ContentAsync());
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 1, 1_500);
    }

    [Theory]
    [InlineData("/alarms")]
    [InlineData("/alarms?tab=alarms")]
    [InlineData("/alarms/{sixty}")]
    [InlineData("/alarms/act?deed=shelve&id={sixty}")]
    [InlineData("/alarms/handover")]
    [InlineData("/alarms/windows")]
    [InlineData("/alarms/rules")]
    [InlineData("/alarms/rules/try")]
    [InlineData("/alarms/kpis")]
    [InlineData("/alarms/journal")]
    [InlineData("/alarms/notices")]
    public async Task Reflows_at_320_pixels(string path)
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en", width: 320);

        await visit.Page.GotoAsync(AddressOf(path));
        await Picture.KeepAsync(visit.Page, $"alarms-narrow-{Pages.IndexOf(path)}");

        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
    }

    [Fact]
    public async Task An_alarm_is_acknowledged_through_its_preview_by_keys_and_taken_back()
    {
        var (address, desk) = await host.OpenAsync();
        desk.Observe(AlarmHost.Overload, AlarmHost.Racks(3, 8_000));
        await using var visit = await chromium.VisitAsync(address, "en");
        await visit.Page.GotoAsync($"{address}/alarms");
        var chosen = await visit.Page.Locator("tr[data-row]").Nth(1).GetAttributeAsync("data-row");

        foreach (var key in new[] { "j", "j", "x", "a" })
            await visit.Page.Keyboard.PressAsync(key);

        await Assertions.Expect(visit.Page.Locator(".headline")).ToContainTextAsync("1 alarms, 0 of them critical; 0 are refused");
        Assert.Equal([true, true, true], await AwaitingAsync(desk));
        await visit.Page.Locator("[name='Form.Name']").FillAsync("Li");
        await visit.Page.Locator("[data-do]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("1 alarms done, 0 refused");
        Assert.True(AlarmId.TryParse(chosen, out var id));
        Assert.Equal(AlarmState.Acknowledged, (await desk.IncidentAsync(id, Token))!.Row!.State);

        await visit.Page.Keyboard.PressAsync("u");

        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("Undone for 1 alarms, refused for 0");
        Assert.Equal([true, true, true], await AwaitingAsync(desk));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_was_done_ten_seconds_ago_is_not_taken_back()
    {
        var (address, desk) = await host.OpenAsync();
        desk.Observe(AlarmHost.Overload, AlarmHost.Racks(1, 8_000));
        await using var visit = await chromium.VisitAsync(address, "en");
        await ActAsync(visit.Page, address, desk, "acknowledge");
        await visit.Page.Locator("[data-do]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-undo]")).ToBeVisibleAsync();

        desk.Time.Advance(AlarmBook.UndoWithin + TimeSpan.FromSeconds(1));
        await visit.Page.Keyboard.PressAsync("u");

        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("Undone for 0 alarms, refused for 1");
        Assert.Equal([false], await AwaitingAsync(desk));
    }

    [Fact]
    public async Task Shelving_asks_for_a_reason_and_keeps_it()
    {
        var (address, desk) = await host.OpenAsync();
        desk.Observe(AlarmHost.Overload, AlarmHost.Racks(1, 8_000));
        await using var visit = await chromium.VisitAsync(address, "en");

        await ActAsync(visit.Page, address, desk, "shelve");
        await visit.Page.Locator("[data-do]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".fault")).ToContainTextAsync("Give the reason");
        Assert.Equal(AlarmState.Unacknowledged, await StateAsync(desk));
        await visit.Page.Locator("[name='Form.Text']").FillAsync("The meter is known to be wrong.");
        await visit.Page.Locator("[data-do]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("1 alarms done, 0 refused");
        Assert.Equal(AlarmState.Shelved, await StateAsync(desk));
        await visit.Page.GotoAsync($"{address}/alarms?tab=shelved");
        await Assertions.Expect(visit.Page.Locator("tr[data-row]")).ToContainTextAsync("The meter is known to be wrong.");
    }

    [Fact]
    public async Task What_was_put_back_by_mistake_is_shelved_again_by_undo()
    {
        var (address, desk) = await host.OpenAsync();
        desk.Observe(AlarmHost.Overload, AlarmHost.Racks(1, 8_000));
        var key = (await desk.AlarmsAsync(new(), Token)).Rows[0].Alarm.Key;
        await desk.CommandAsync([key], new AlarmCommand.Shelve("known", desk.Time.GetUtcNow().AddHours(1)), "Li", Token);
        await using var visit = await chromium.VisitAsync(address, "en");

        await ActAsync(visit.Page, address, desk, "unshelve");
        await visit.Page.Locator("[data-do]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-undo]")).ToBeVisibleAsync();
        Assert.Equal(AlarmState.Unacknowledged, await StateAsync(desk));
        await visit.Page.Locator("[data-undo]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("Undone for 1 alarms, refused for 0");
        Assert.Equal(AlarmState.Shelved, await StateAsync(desk));
    }

    [Fact]
    public async Task Rows_stay_where_they_are_until_the_reader_asks_for_what_is_new()
    {
        var (address, desk) = await host.OpenAsync();
        desk.Observe(AlarmHost.Overload, AlarmHost.Racks(3, 8_000));
        await using var visit = await chromium.VisitAsync(address, "en");
        await visit.Page.GotoAsync($"{address}/alarms");
        var before = await RowsAsync(visit.Page);
        var place = (await visit.Page.Locator("tr[data-row]").First.BoundingBoxAsync())!.Y;

        desk.Observe(AlarmHost.Overload, [(AlarmHost.RackOf(9), "urgent", 9_500)]);

        await Assertions.Expect(visit.Page.Locator("[data-fresh]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-count='critical']")).ToHaveTextAsync("1");
        Assert.Equal(before, await RowsAsync(visit.Page));
        Assert.Equal(place, (await visit.Page.Locator("tr[data-row]").First.BoundingBoxAsync())!.Y);
        await visit.Page.Keyboard.PressAsync(".");
        await Assertions.Expect(visit.Page.Locator("tr[data-row]")).ToHaveCountAsync(4);
        var after = await RowsAsync(visit.Page);
        Assert.Equal(before, after.Skip(1));
        await Assertions.Expect(visit.Page.Locator("[data-fresh]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_first_alarm_of_a_quiet_province_is_shown_by_the_same_key()
    {
        var (address, desk) = await host.OpenAsync();
        await using var visit = await chromium.VisitAsync(address, "en");
        await visit.Page.GotoAsync($"{address}/alarms");
        await Assertions.Expect(visit.Page.GetByText("No alarm stands.")).ToBeVisibleAsync();

        desk.Observe(AlarmHost.Overload, AlarmHost.Racks(1, 8_000));
        await Assertions.Expect(visit.Page.Locator("[data-fresh]")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync(".");

        await Assertions.Expect(visit.Page.Locator("tr[data-row]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Markup_in_a_name_is_text()
    {
        var (address, desk) = await host.OpenAsync();
        desk.Observe(AlarmHost.Overload, [(AlarmHost.RackOf(0), FakeProvince.Markup, 8_000)]);
        var key = (await desk.AlarmsAsync(new(), Token)).Rows[0].Alarm.Key;
        await desk.CommandAsync([key], new AlarmCommand.Assign(FakeProvince.Markup), FakeProvince.Markup, Token);
        await desk.CommandAsync([key], new AlarmCommand.Shelve(FakeProvince.Markup, desk.Time.GetUtcNow().AddHours(1)), FakeProvince.Markup, Token);
        await using var visit = await chromium.VisitAsync(address, "en");
        var id = (await desk.InboxAsync(new(), Token)).Rows[0].Incident;

        foreach (var path in new[] { "/alarms", "/alarms?tab=alarms", $"/alarms/{id}", $"/alarms/act?deed=unshelve&id={id}", "/alarms/handover", "/alarms/journal" })
        {
            await visit.Page.GotoAsync(address + path);
            Assert.Contains(FakeProvince.Markup, await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await visit.Page.Locator("main b").CountAsync());
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Planned_work_says_what_it_covers_before_it_is_planned()
    {
        var (address, desk) = await host.OpenAsync();
        await using var visit = await chromium.VisitAsync(address, "en");
        await visit.Page.GotoAsync($"{address}/alarms/windows");
        await visit.Page.Locator("[name='Plan.Where']").FillAsync("SZ-01");
        await visit.Page.Locator("[name='Plan.From']").FillAsync("2099-01-01T08:00");
        await visit.Page.Locator("[name='Plan.To']").FillAsync("2099-01-01T10:00");
        await visit.Page.Locator("[name='Plan.Reason']").FillAsync("Change of batteries");
        await visit.Page.Locator("[name='Plan.Name']").FillAsync("Wang");

        await visit.Page.Locator("button[value='match']").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("2");
        Assert.Empty(await desk.WindowsAsync(Token));
        await visit.Page.Locator("button[value='plan']").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToContainTextAsync("Change of batteries");
        Assert.Equal("Wang", Assert.Single(await desk.WindowsAsync(Token)).Window.Author);
    }

    [Fact]
    public async Task The_next_shift_takes_over_by_name()
    {
        var (address, desk) = await host.OpenAsync();
        await using var visit = await chromium.VisitAsync(address, "en");
        await visit.Page.GotoAsync($"{address}/alarms/handover");

        await visit.Page.Locator("[name='Form.Name']").FillAsync("Zhao");
        await visit.Page.Locator("main form.deed button").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("Zhao");
        Assert.Equal([("Zhao", "")], desk.Shifts);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    string AddressOf(string path) => host.Address + path
        .Replace("{one}", host.One, StringComparison.Ordinal).Replace("{sixty}", host.Sixty, StringComparison.Ordinal);

    static async Task ActAsync(IPage page, string address, MemoryAlarmDesk desk, string deed)
    {
        await page.GotoAsync($"{address}/alarms/act?deed={deed}&id={(await desk.InboxAsync(new(), Token)).Rows[0].Incident}");
        await page.Locator("[name='Form.Name']").FillAsync("Li");
    }

    static async Task<AlarmState> StateAsync(MemoryAlarmDesk desk) => Assert.Single((await desk.AlarmsAsync(new(), Token)).Rows).Alarm.State;

    static async Task<IEnumerable<bool>> AwaitingAsync(MemoryAlarmDesk desk) =>
        (await desk.InboxAsync(new(), Token)).Rows.Select(row => row.AwaitsAcknowledgement);

    static Task<string[]> RowsAsync(IPage page) =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('tr[data-row]')].map(row => row.dataset.row)");

}
