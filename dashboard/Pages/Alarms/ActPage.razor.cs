using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>What an act would do to the alarms that were chosen, the act, and its undoing. Incidents stand for their alarms.</summary>
public sealed partial class ActPage(IAlarmDesk desk, TimeProvider time)
{
    const int Shown = 60;

    [SupplyParameterFromQuery(Name = "deed")]
    public string? AskedDeed { get; set; }

    [SupplyParameterFromQuery(Name = "id")]
    public string[]? AskedIds { get; set; }

    /// <summary>Single alarms, where <see cref="AskedIds"/> are whole incidents.</summary>
    [SupplyParameterFromQuery(Name = "alarm")]
    public string[]? AskedAlarms { get; set; }

    [SupplyParameterFromForm(FormName = "act")]
    ActForm? Form { get; set; }

    [SupplyParameterFromForm(FormName = "undo")]
    ActForm? Undo { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    AlarmDeed Deed => KebabCase.TryParse<AlarmDeed>(Form?.Deed ?? AskedDeed ?? "", out var deed) ? deed : AlarmDeed.Acknowledge;

    ImmutableArray<AlarmId> Incidents { get; set; } = [];

    ImmutableArray<AlarmId> Alarms { get; set; } = [];

    ImmutableArray<AlarmKey> Keys { get; set; } = [];

    BulkPreview? Preview { get; set; }

    string? Refusal { get; set; }

    bool IsDone { get; set; }

    bool IsUndone { get; set; }

    CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    protected override async Task OnInitializedAsync()
    {
        Incidents = Parsed((Form ?? Undo)?.Ids?.Split(',') ?? AskedIds);
        Alarms = Parsed((Form ?? Undo)?.Alarms?.Split(',') ?? AskedAlarms);
        Keys = Undo is null ? await KeysAsync() : KeyText.Parse(Undo.Keys);
        var (command, _) = AlarmDeeds.CommandOf(
            Deed, Form is { Text.Length: > 0 } ? Form : new() { Text = "–", Hours = Form?.Hours, Owner = Form?.Owner, ApprovedBy = Form?.ApprovedBy },
            time.GetUtcNow());
        // A preview asks what would be refused; the reason that is still to be written does not count.
        Preview = Keys.IsEmpty ? new([]) : await desk.PreviewAsync(Keys, command!, Person.Of(Context) ?? "–", Aborted);
    }

    async Task ActAsync()
    {
        if (string.IsNullOrWhiteSpace(Form?.Name))
        {
            Refusal = Words["Alarms.NameMissing"];
            return;
        }

        var (command, missing) = AlarmDeeds.CommandOf(Deed, Form, time.GetUtcNow());
        if (command is null)
        {
            Refusal = Words[missing!];
            return;
        }

        Person.Keep(Context, Form.Name.Trim());
        Preview = await desk.CommandAsync(Keys, command, Form.Name.Trim(), Aborted);
        IsDone = true;
        if (Preview.Taken > 0)
        {
            new LastAct(Deed, Preview.Taken, KeyText.Of(Preview.Lines.Where(line => line.Refused is null).Select(line => line.Key)), Form.Name.Trim())
                .Keep(Context, time.GetUtcNow());
        }
    }

    async Task UndoAsync()
    {
        Preview = await desk.UndoAsync(Keys, Undo?.Name?.Trim() ?? "", Aborted);
        IsUndone = true;
        LastAct.Forget(Context);
    }

    static ImmutableArray<AlarmId> Parsed(string[]? ids) =>
        [.. (ids ?? []).Select(id => AlarmId.TryParse(id, out var parsed) ? parsed : default).Where(id => id != default).Distinct().Take(BulkPreview.Most)];

    /// <summary>Of an incident those of its alarms that the deed is about; of a single alarm itself.</summary>
    async Task<ImmutableArray<AlarmKey>> KeysAsync()
    {
        var keys = new HashSet<AlarmKey>();
        foreach (var id in Incidents)
        {
            if (await desk.IncidentAsync(id, Aborted) is { } file)
                keys.UnionWith(file.Alarms.Select(row => row.Alarm).Where(IsConcerned).Select(alarm => alarm.Key));
        }

        foreach (var id in Alarms)
        {
            if (await desk.IncidentAsync(id, Aborted) is { } file)
                keys.UnionWith(file.Alarms.Where(row => row.Alarm.Id == id).Select(row => row.Alarm.Key));
        }

        return [.. keys];
    }

    bool IsConcerned(Alarm alarm) => Deed switch
    {
        AlarmDeed.Acknowledge => alarm.AwaitsAcknowledgement,
        AlarmDeed.Unshelve => alarm.State == AlarmState.Shelved,
        AlarmDeed.Reset => alarm.State == AlarmState.LatchedAcknowledged,
        _ => alarm.IsStanding,
    };
}
