using System.Text.Json;
using System.Text.Json.Serialization;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>
/// Maintenance windows that people add, and the change of shifts: kept in the archive with their author, in force in every silo
/// once it has read them.
/// </summary>
public sealed class WindowDesk(AlarmSettings settings, PlannedWork work, ILedgerArchive archive, Inventory inventory, TimeProvider time)
{
    static readonly JsonSerializerOptions Text = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    string Scope => inventory.Province.Value;

    /// <summary>Reads what people added and takes it into force here.</summary>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be reached.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entries = await archive.ReadAsync(new(ArchiveKind.MaintenanceWindow, Scope, NewestOnly: true), cancellationToken);
        work.Put(
        [
            .. entries.Select(entry => JsonSerializer.Deserialize<WindowText>(entry.Body, Text)!)
                .Where(each => each.EndedAt is null).Select(each => each.ToWindow())
                .Where(window => window.Schedule.EndsAt(BusinessCalendar.Shanghai) is not { } end || end > now),
        ]);
    }

    /// <inheritdoc cref="IAlarmPlanning.PlanAsync"/>
    public async Task<AlarmText?> PlanAsync(MaintenanceWindow window, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(window.Reason))
            return AlarmText.Of("refusal.window-reason");
        if (window.Schedule.EndsAt(BusinessCalendar.Shanghai) <= time.GetUtcNow())
            return AlarmText.Of("refusal.window-over");
        var match = MatchOf(window.Scope);
        if (match.IsEmpty)
            return match.Says;
        return await WriteAsync(WindowText.Of(window), 1, window.Author, window.Reason, cancellationToken)
            ? null
            : AlarmText.Of("refusal.window-known", TextArgument.OfName("window", window.Id));
    }

    /// <inheritdoc cref="IAlarmPlanning.EndAsync"/>
    public async Task<AlarmText?> EndAsync(string window, string author, string reason, CancellationToken cancellationToken)
    {
        var known = (await archive.ReadAsync(new(ArchiveKind.MaintenanceWindow, Scope, window, NewestOnly: true), cancellationToken)).FirstOrDefault();
        if (known is null || JsonSerializer.Deserialize<WindowText>(known.Body, Text) is not { EndedAt: null } text)
            return AlarmText.Of("refusal.window-unknown", TextArgument.OfName("window", window));
        return await WriteAsync(text with { EndedAt = time.GetUtcNow() }, known.Number + 1, author, reason, cancellationToken)
            ? null
            : AlarmText.Of("refusal.window-unknown", TextArgument.OfName("window", window));
    }

    /// <inheritdoc cref="IAlarmWork.TakeOverAsync"/>
    public async Task TakeOverAsync(string? where, string author, string note, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await archive.ReadAsync(
            new(ArchiveKind.ShiftChange, Scope, where ?? "", NewestOnly: true, IsBodyLeftOut: true), cancellationToken);
        await archive.AppendAsync(
            [new(ArchiveKind.ShiftChange, Scope, where ?? "", (known.FirstOrDefault()?.Number ?? 0) + 1, now, now, author, note, "{}")],
            cancellationToken);
    }

    public WindowMatch MatchOf(WindowScope scope) => WindowMatch.Of(
        new("", scope, new WindowSchedule.Fixed(default, default), "", ""), Locations(),
        [.. settings.Rules.Rules.Select(rule => rule.Id)], settings.Groups);

    /// <param name="suppressed">Alarms that are suppressed now.</param>
    public ImmutableArray<PlannedWindow> Describe(ImmutableArray<Alarm> suppressed)
    {
        var now = time.GetUtcNow();
        return
        [
            .. work.Windows.Select(window => new PlannedWindow(
                window, MatchOf(window.Scope), window.Schedule.OpenAt(now, null, BusinessCalendar.Shanghai),
                suppressed.Count(alarm => MaintenanceBook.HolderOf(alarm) == window.Id))),
        ];
    }

    async Task<bool> WriteAsync(WindowText text, int number, string author, string reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isWritten = await archive.AppendAsync(
            [new(ArchiveKind.MaintenanceWindow, Scope, text.Id, number, now, now, author, reason, JsonSerializer.Serialize(text, Text))],
            cancellationToken);
        await RefreshAsync(cancellationToken);
        return isWritten;
    }

    IEnumerable<Location> Locations() => inventory.Facilities.SelectMany(facility =>
        facility.Rooms.SelectMany(room => room.Racks).Select(rack => Location.Of(rack.Id)).Prepend(Location.PlantOf(facility.Id)));
}
