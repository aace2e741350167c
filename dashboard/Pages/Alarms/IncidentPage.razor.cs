using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>One incident: what broke, what it takes down, who has it, what happened.</summary>
public sealed partial class IncidentPage(IAlarmDesk desk, TimeProvider time)
{
    const int ShownAlarms = 40;
    const int ShownEntries = 40;

    static readonly AlarmDeed[] Deeds = [AlarmDeed.Acknowledge, AlarmDeed.Assign, AlarmDeed.Comment, AlarmDeed.Shelve];

    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Refused { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    IncidentFile? File { get; set; }

    DateTimeOffset At { get; set; }

    string? Refusal => Refused is null ? null : Texts.Of(Words, AlarmText.Of(Refused));

    string Title => File!.Row is { } row ? Texts.Of(Words, row.Title)
        : Texts.Of(Words, File.Alarms.FirstOrDefault(alarm => alarm.IsCause)?.Alarm.Text ?? File.Alarms.FirstOrDefault()?.Alarm.Text ?? File.Incident.Reason);

    protected override async Task OnInitializedAsync()
    {
        At = time.GetUtcNow();
        if (AlarmId.TryParse(Id, out var id))
            File = await desk.IncidentAsync(id, Context?.RequestAborted ?? CancellationToken.None);
        if (File is null)
            Context.AnswerNotFound();
    }

    static string? KeyOf(AlarmDeed deed) => deed switch
    {
        AlarmDeed.Acknowledge => "a",
        AlarmDeed.Assign => "e",
        AlarmDeed.Shelve => "s",
        _ => null,
    };

    /// <summary>Page of a rack by its path, as in <c>NJ-01/R01/A01</c>.</summary>
    static string RackAddress(string path) =>
        path.Split('/') is [var facility, var room, var rack] ? $"/dc/{facility}/r/{room}/{rack}" : $"/dc/{path.Split('/')[0]}";
}
