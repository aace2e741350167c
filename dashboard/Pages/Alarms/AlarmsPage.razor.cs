using System.Globalization;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>The inbox: incidents first, single alarms beside; the address holds every choice.</summary>
public sealed partial class AlarmsPage(IAlarmDesk desk, TimeProvider time)
{
    const int Shown = 50;

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery]
    public string? Level { get; set; }

    [SupplyParameterFromQuery]
    public string? Where { get; set; }

    [SupplyParameterFromQuery]
    public string? City { get; set; }

    [SupplyParameterFromQuery(Name = "words")]
    public string? SearchWords { get; set; }

    [SupplyParameterFromQuery(Name = "skip")]
    public string? Skipped { get; set; }

    /// <summary>The filter as one line of text, which narrows the other choices further.</summary>
    [SupplyParameterFromQuery(Name = "f")]
    public string? F { get; set; }

    /// <summary><c>yes</c> shows in a storm what it would bury.</summary>
    [SupplyParameterFromQuery(Name = "all")]
    public string? All { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    AlarmFilter Filter { get; set; } = AlarmFilter.None;

    LastAct? LastAct { get; set; }

    AlarmTab TabOf => KebabCase.TryParse<AlarmTab>(Tab ?? "", out var tab) ? tab : AlarmTab.Incidents;

    AlarmPriority? AtLeast => KebabCase.TryParse<AlarmPriority>(Level ?? "", out var level) ? level : null;

    int Skip => int.TryParse(Skipped, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0;

    bool HasFilter => AtLeast is not null || Given(F) is not null || Given(Where) is not null || Given(SearchWords) is not null || Given(City) is not null;

    /// <summary>When it was read; the headline's own time is that of its last change.</summary>
    DateTimeOffset At { get; set; }

    InboxPage? Inbox { get; set; }

    AlarmPage? Alarms { get; set; }

    AlarmHeadline Headline => Inbox?.Headline ?? Alarms!.Headline;

    int Total => Inbox?.Matching ?? Alarms!.Matching;

    int Unfiltered => Inbox?.Total ?? Alarms!.Total;

    protected override async Task OnInitializedAsync()
    {
        At = time.GetUtcNow();
        Filter = AlarmFilter.Parse(F);
        LastAct = LastAct.Of(Context, At);
        var aborted = Context?.RequestAborted ?? CancellationToken.None;
        var person = Person.Of(Context);
        if ((TabOf == AlarmTab.Mine || Filter.IsMine) && person is null)
        {
            // Who gave no name has nothing; to ask without one would be to ask for what nobody has.
            Inbox = new(await desk.HeadlineAsync(aborted), [], 0, 0);
            return;
        }

        var owner = TabOf == AlarmTab.Mine || Filter.IsMine ? person : Filter.Owner;
        if (TabOf is AlarmTab.Incidents or AlarmTab.Mine)
        {
            var query = Query(owner);
            Inbox = await desk.InboxAsync(query with { After = await AfterAsync(query, aborted), Most = Shown }, aborted);
        }
        else
        {
            Alarms = await desk.AlarmsAsync(
                new(
                    Filter.Where ?? Given(Where), Filter.City ?? Given(City), Least,
                    TabOf == AlarmTab.Shelved ? Held : Filter.States, owner, Filter.Rule, AllWords, Skip, Shown), aborted);
        }
    }

    /// <summary>Both conditions must hold, so the more urgent one does.</summary>
    AlarmPriority? Least => Filter.AtLeast is { } asked && !(AtLeast > asked) ? asked : AtLeast;

    string? AllWords => Given(string.Join(' ', new[] { Given(SearchWords), Given(Filter.Words) }.OfType<string>()));

    InboxQuery Query(string? owner) => new(
        Filter.Where ?? Given(Where), Filter.City ?? Given(City), Least, Filter.States, owner, AllWords, IsFolded: All != "yes");

    static ImmutableArray<AlarmState> Held => [AlarmState.Shelved, AlarmState.SuppressedByDesign, AlarmState.OutOfService];

    /// <summary>The last row before the page: the inbox is read on from a row, so that a page does not slide when others come.</summary>
    async Task<InboxRow?> AfterAsync(InboxQuery query, CancellationToken aborted)
    {
        InboxRow? after = null;
        for (var left = Skip; left > 0;)
        {
            var page = await desk.InboxAsync(query with { After = after, Most = Math.Min(left, 500) }, aborted);
            if (page.Rows.IsEmpty)
                return after;
            (after, left) = (page.Rows[^1], left - page.Rows.Length);
        }

        return after;
    }

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
