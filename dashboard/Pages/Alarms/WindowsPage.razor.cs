using System.Globalization;
using DcOps.Contracts.Alarms;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Alarms.Work;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>Planned work: what is planned, what it holds now, and whether it covers anything at all.</summary>
public sealed partial class WindowsPage(IAlarmDesk desk, TimeProvider time, NavigationManager navigation)
{
    static readonly string[] Kinds = ["fixed", "flexible", "recurring"];

    // The week begins on Monday, in both languages.
    static readonly DayOfWeek[] Weekdays = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    [SupplyParameterFromForm(FormName = "plan-window")]
    WindowForm? Plan { get; set; }

    [SupplyParameterFromForm(FormName = "end-window")]
    WindowForm? End { get; set; }

    ImmutableArray<PlannedWindow> Windows { get; set; } = [];

    string? Refusal { get; set; }

    string? Says { get; set; }

    CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    protected override async Task OnInitializedAsync() => Windows = await desk.WindowsAsync(Aborted);

    async Task PlanAsync()
    {
        if (Plan is not { } form || string.IsNullOrWhiteSpace(form.Name) || string.IsNullOrWhiteSpace(form.Reason) || form.Schedule is not { } schedule)
        {
            Refusal = Words["Alarms.WindowIncomplete"];
            return;
        }

        Says = Texts.Of(Words, (await desk.MatchAsync(form.Scope, Aborted)).Says);
        if (form.Deed != "plan")
            return;

        Person.Keep(Context, form.Name.Trim());
        var id = string.Create(CultureInfo.InvariantCulture, $"W-{time.GetUtcNow():yyyyMMdd-HHmmss}");
        if (await desk.PlanAsync(new(id, form.Scope, schedule, form.Name.Trim(), form.Reason.Trim()), Aborted) is { } refused)
            Refusal = Texts.Of(Words, refused);
        else
            navigation.NavigateTo("/alarms/windows");
    }

    async Task EndAsync()
    {
        if (string.IsNullOrWhiteSpace(End?.Name) || string.IsNullOrWhiteSpace(End.Id))
        {
            Refusal = Words["Alarms.WindowIncomplete"];
            return;
        }

        Person.Keep(Context, End.Name.Trim());
        if (await desk.EndAsync(End.Id.Trim(), End.Name.Trim(), End.Reason?.Trim() ?? "", Aborted) is { } refused)
            Refusal = Texts.Of(Words, refused);
        else
            navigation.NavigateTo("/alarms/windows");
    }

    string When(WindowSchedule schedule) => schedule switch
    {
        WindowSchedule.Fixed some => Words["Report.FromTo", Wording.Moment(some.From), Wording.Moment(some.To)],
        WindowSchedule.Flexible some => Words["Alarms.FlexibleWindow", Wording.Moment(some.From), Wording.Moment(some.To), Words.Number(some.Duration.TotalHours, 1)],
        WindowSchedule.Recurring some => Words[
            "Alarms.RecurringWindow", string.Join(' ', some.Days.Select(day => Words.Culture.DateTimeFormat.GetAbbreviatedDayName(day))),
            some.LocalStart.ToString("HH:mm", CultureInfo.InvariantCulture), Words.Number(some.Duration.TotalHours, 1)],
        _ => "",
    };
}
