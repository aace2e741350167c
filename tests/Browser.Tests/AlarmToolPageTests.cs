using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>What stands around the inbox: its filter, undoing, sound, help; windows of every kind; the trial of a rule.</summary>
public sealed class AlarmToolPageTests(Chromium chromium) : IAsyncLifetime
{
    readonly AlarmHost _host = new();
    string _address = "";
    MemoryAlarmDesk _desk = null!;
    Visit _visit = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    IPage Page => _visit.Page;

    public async ValueTask InitializeAsync()
    {
        (_address, _desk) = await _host.OpenAsync();
        _visit = await chromium.VisitAsync(_address, "en");
    }

    public async ValueTask DisposeAsync()
    {
        await _visit.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_rule_is_tried_on_history_before_it_is_in_force_and_one_that_is_none_says_why()
    {
        await OpenAsync($"/alarms/rules/try?rule={AlarmHost.Overload}&where=NJ-01");
        await Page.Locator("main form.deed button").ClickAsync();
        await Assertions.Expect(Page.Locator(".headline")).ToContainTextAsync("It would have fired 9 times, at 3 of 3 racks, over 30 days");

        await Page.Locator("[name='Trial.Rule']").FillAsync("""{ "limit": [{ "id": "x" }] }""");
        await Page.Locator("main form.deed button").ClickAsync();

        await Assertions.Expect(Page.Locator(".fault")).ToContainTextAsync("limit[0]");
        Assert.Empty(_visit.Complaints);
    }

    [Fact]
    public async Task Flexible_and_recurring_windows_are_planned_and_one_that_matches_nothing_says_so()
    {
        await PlanAsync("flexible", "SZ-01");
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(1);
        // Windows are named by the second in which they are planned.
        _desk.Time.Advance(TimeSpan.FromSeconds(1));
        await PlanAsync("recurring", "SZ-01", "Saturday");
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await PlanAsync("fixed", "XX-99");
        await Assertions.Expect(Page.Locator(".fault")).ToContainTextAsync("This window covers nothing");

        Assert.Equal(
            [typeof(WindowSchedule.Flexible), typeof(WindowSchedule.Recurring)],
            (await _desk.WindowsAsync(Token)).Select(planned => planned.Window.Schedule.GetType()));
    }

    [Fact]
    public async Task The_filter_line_stands_in_the_address_and_what_it_does_not_know_it_names()
    {
        _desk.Observe(AlarmHost.Overload, [(AlarmHost.RackOf(0), "one", 9_500), (AlarmHost.RackOf(1), "two", 8_000)]);
        await OpenAsync("/alarms");

        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.TypeAsync("sev>=1 colour:red");
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator(".fault")).ToContainTextAsync("colour:red");
        Assert.Contains("f=sev%3E%3D1", Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_last_is_taken_back_from_the_inbox()
    {
        _desk.Observe(AlarmHost.Overload, [(AlarmHost.RackOf(0), "one", 8_000)]);
        await OpenAsync($"/alarms/act?deed=acknowledge&id={(await _desk.InboxAsync(new(), Token)).Rows[0].Incident}");
        await Page.Locator("[name='Form.Name']").FillAsync("Li");
        await Page.Locator("[data-do]").ClickAsync();
        await Page.Locator("[data-back]").ClickAsync();
        await Assertions.Expect(Page.Locator("[data-undo-for]")).ToContainTextAsync("acknowledge: 1 alarms done", new() { IgnoreCase = true });

        await Page.Keyboard.PressAsync("u");

        await Assertions.Expect(Page.Locator(".outcome")).ToContainTextAsync("Undone for 1 alarms, refused for 0");
        Assert.Equal(AlarmState.Unacknowledged, (await _desk.InboxAsync(new(), Token)).Rows[0].State);
    }

    [Fact]
    public async Task A_new_critical_incident_rings_once_unless_it_is_muted_and_the_clock_of_the_muting_is_seen()
    {
        await OpenAsync("/alarms");
        _desk.Observe(AlarmHost.Overload, [(AlarmHost.RackOf(0), "one", 9_500)]);
        await Assertions.Expect(Page.Locator("[data-sound]")).ToHaveAttributeAsync("data-rang", "1");

        await Page.Keyboard.PressAsync("m");
        await Assertions.Expect(Page.Locator("[data-sound]")).ToContainTextAsync("Sound off until");
        _desk.Observe(AlarmHost.Overload, [(AlarmHost.RackOf(1), "two", 9_500)]);
        await Assertions.Expect(Page.Locator("[data-count='critical']")).ToHaveTextAsync("2");

        await Assertions.Expect(Page.Locator("[data-sound]")).ToHaveAttributeAsync("data-rang", "1");
    }

    [Fact]
    public async Task The_keys_are_explained_by_a_question_mark()
    {
        await OpenAsync("/alarms");
        await Assertions.Expect(Page.Locator("dialog[data-help]")).ToBeHiddenAsync();

        await Page.Keyboard.PressAsync("?");
        await Assertions.Expect(Page.Locator("dialog[data-help]")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(Page.Locator("dialog[data-help]")).ToBeHiddenAsync();
        Assert.Empty(_visit.Complaints);
    }

    [Fact]
    public async Task In_a_storm_small_single_alarms_are_folded_until_they_are_asked_for()
    {
        _desk.Observe(AlarmHost.Warm, AlarmHost.Racks(150, 31, "small"));
        _desk.Observe(AlarmHost.Overload, [(AlarmHost.RackOf(0), "large", 8_000)]);
        await OpenAsync("/alarms");
        await Assertions.Expect(Page.Locator("[data-storm]")).ToContainTextAsync("150 single alarms below major are folded");
        await Assertions.Expect(Page.Locator("tr[data-row]")).ToHaveCountAsync(1);

        await Page.Locator("[data-storm] a").ClickAsync();

        await Assertions.Expect(Page.Locator("tr[data-row]")).ToHaveCountAsync(50);
    }

    async Task OpenAsync(string path) => await Page.GotoAsync(_address + path);

    async Task PlanAsync(string kind, string where, string? day = null)
    {
        await OpenAsync("/alarms/windows");
        await Page.Locator("[name='Plan.Kind']").SelectOptionAsync(kind);
        await Page.Locator("[name='Plan.Where']").FillAsync(where);
        await Page.Locator("[name='Plan.From']").FillAsync("2099-01-01T08:00");
        await Page.Locator("[name='Plan.To']").FillAsync("2099-02-01T10:00");
        await Page.Locator("[name='Plan.Hours']").FillAsync("2");
        if (day is not null)
            await Page.Locator($"[name='Plan.Days'][value='{day}']").CheckAsync();
        await Page.Locator("[name='Plan.Reason']").FillAsync("Change of batteries");
        await Page.Locator("[name='Plan.Name']").FillAsync("Wang");
        await Page.Locator("button[value='plan']").ClickAsync();
    }
}
