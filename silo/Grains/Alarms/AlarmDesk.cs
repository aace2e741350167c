using DcOps.Contracts;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Alarms.Kpis;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>The alarms as pages ask for them, over the grains and the journal.</summary>
public sealed class AlarmDesk(AlarmParts parts, WindowDesk windows, RuleTrials trials, IGrainFactory grains) : IAlarmDesk
{
    IAlarmSummaryGrain Summary => grains.GetGrain<IAlarmSummaryGrain>(parts.Inventory.Province.Value);

    INotificationGrain Notification => grains.GetGrain<INotificationGrain>(parts.Inventory.Province.Value);

    public Task<AlarmHeadline> HeadlineAsync(CancellationToken cancellationToken) =>
        Summary.Headline().AsTask().WaitAsync(cancellationToken);

    public Task<AlarmHeadline> NextAsync(long after, CancellationToken cancellationToken) =>
        Summary.Next(after).AsTask().WaitAsync(cancellationToken);

    public Task<InboxPage> InboxAsync(InboxQuery query, CancellationToken cancellationToken) =>
        Summary.Inbox(query with { Most = Math.Clamp(query.Most, 1, AlarmQueries.Most) }).AsTask().WaitAsync(cancellationToken);

    public async Task<AlarmPage> AlarmsAsync(AlarmQuery query, CancellationToken cancellationToken)
    {
        var asked = query with { Most = Math.Clamp(query.Most, 1, AlarmQueries.Most) };
        var headline = await HeadlineAsync(cancellationToken);
        var slices = await Task.WhenAll(FacilitiesOf(asked.Where, asked.City)
            .Select(facility => grains.GetGrain<IIncidentGrain>(facility).Alarms(asked).AsTask())).WaitAsync(cancellationToken);
        return new(
            headline,
            [
                .. slices.SelectMany(slice => slice.Rows).OrderBy(row => row.Alarm, AlarmQueries.WorstFirst).Skip(asked.Skip).Take(asked.Most),
            ],
            slices.Sum(slice => slice.Matching), slices.Sum(slice => slice.Total));
    }

    public async Task<IncidentFile?> IncidentAsync(AlarmId id, CancellationToken cancellationToken) =>
        await IncidentFiles.ReadAsync(id, await FacilityOfAsync(id, cancellationToken), parts, grains, cancellationToken);

    public Task<BulkPreview> PreviewAsync(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, CancellationToken cancellationToken) =>
        ActAsync(alarms, (owner, keys) => owner.Act(keys, command, author, alarms.Length > 1, isPreview: true), cancellationToken);

    public Task<BulkPreview> CommandAsync(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, CancellationToken cancellationToken) =>
        ActAsync(alarms, (owner, keys) => owner.Act(keys, command, author, alarms.Length > 1, isPreview: false), cancellationToken);

    public Task<BulkPreview> UndoAsync(ImmutableArray<AlarmKey> alarms, string author, CancellationToken cancellationToken) =>
        ActAsync(alarms, (owner, keys) => owner.Undo(keys, author), cancellationToken);

    public Task<AlarmText?> MergeAsync(
        ImmutableArray<AlarmId> alarms, string author, string reason, CancellationToken cancellationToken) =>
        DecideAsync(alarms, ids => new GroupingDecision.Merge(ids, author, parts.Now, reason), reason, cancellationToken);

    public Task<AlarmText?> SplitAsync(
        ImmutableArray<AlarmId> alarms, string author, string reason, CancellationToken cancellationToken) =>
        DecideAsync(alarms, ids => new GroupingDecision.Split(ids, author, parts.Now, reason), reason, cancellationToken);

    public async Task<HandOver> HandOverAsync(string? where, CancellationToken cancellationToken)
    {
        var standing = await Task.WhenAll(FacilitiesOf(where, null)
            .Select(facility => grains.GetGrain<IIncidentGrain>(facility).Standing().AsTask())).WaitAsync(cancellationToken);
        return HandOver.Of(
            standing.SelectMany(alarms => alarms).Where(alarm => AlarmQueries.IsInside(alarm.Key.Location.Path, where)), parts.Now);
    }

    public Task TakeOverAsync(string? where, string author, string note, CancellationToken cancellationToken) =>
        windows.TakeOverAsync(where, author, note, cancellationToken);

    public Task<ImmutableArray<AlarmRule>> RulesAsync(CancellationToken cancellationToken) =>
        Task.FromResult(parts.Settings.Rules.Rules);

    public Task<ImmutableArray<RuleTrial>> TryAsync(
        string rule, string where, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        trials.TryAsync(rule, where, from, to, cancellationToken);

    public async Task<ImmutableArray<PlannedWindow>> WindowsAsync(CancellationToken cancellationToken) =>
        windows.Describe((await HandOverAsync(null, cancellationToken)).Suppressed);

    public Task<WindowMatch> MatchAsync(WindowScope scope, CancellationToken cancellationToken) =>
        Task.FromResult(windows.MatchOf(scope));

    public Task<AlarmText?> PlanAsync(MaintenanceWindow window, CancellationToken cancellationToken) =>
        windows.PlanAsync(window, cancellationToken);

    public Task<AlarmText?> EndAsync(string window, string author, string reason, CancellationToken cancellationToken) =>
        windows.EndAsync(window, author, reason, cancellationToken);

    public Task<ImmutableArray<AlarmTransition>> JournalAsync(JournalQuery query, CancellationToken cancellationToken) =>
        parts.Journal.FindAsync(query, cancellationToken);

    public async Task<AlarmReport> ReportAsync(
        DateTimeOffset from, DateTimeOffset to, string? where, int consoles, CancellationToken cancellationToken)
    {
        var entries = new List<AlarmTransition>();
        // What was raised before and still stands must be known at the start.
        await foreach (var entry in parts.Journal.ReadAsync(from - TimeSpan.FromDays(1), to, where, cancellationToken))
            entries.Add(entry);
        return AlarmReport.Of(entries, from, to, consoles);
    }

    public Task<ImmutableArray<NoticeDelivery>> NoticesAsync(NoticeQuery query, CancellationToken cancellationToken) =>
        Notification.Deliveries(query).AsTask().WaitAsync(cancellationToken);

    public Task<ImmutableArray<ChannelState>> ChannelsAsync(CancellationToken cancellationToken) =>
        Notification.Channels().AsTask().WaitAsync(cancellationToken);

    async Task<BulkPreview> ActAsync(
        ImmutableArray<AlarmKey> alarms, Func<IAlarmOwner, ImmutableArray<AlarmKey>, ValueTask<ImmutableArray<BulkLine>>> act,
        CancellationToken cancellationToken)
    {
        var groups = alarms.Take(BulkPreview.Most).Distinct().GroupBy(OwnerOf).ToList();
        var lines = await Task.WhenAll(groups.Select(async group => group.Key is { } owner
            ? await act(owner, [.. group])
            : [.. group.Select(key => Refused(key, "refusal.unknown-place"))])).WaitAsync(cancellationToken);
        var byKey = lines.SelectMany(each => each).ToDictionary(line => line.Key);
        return new([.. alarms.Distinct().Select(key => byKey.GetValueOrDefault(key) ?? TooMany(key))]);
    }

    IAlarmOwner? OwnerOf(AlarmKey key) =>
        !parts.Inventory.Knows(key.Location) ? null
        : key.Location.Rack is { } rack ? grains.GetGrain<IRoomGrain>(rack.Room.Value)
        : grains.GetGrain<IFacilityGrain>(key.Location.Facility.Value);

    static BulkLine TooMany(AlarmKey key) => new(
        key, AlarmPriority.Advisory, AlarmState.Normal, AlarmState.Normal,
        AlarmText.Of("refusal.bulk-most", TextArgument.OfNumber("most", BulkPreview.Most)));

    static BulkLine Refused(AlarmKey key, string text) =>
        new(key, AlarmPriority.Advisory, AlarmState.Normal, AlarmState.Normal, AlarmText.Of(text));

    async Task<AlarmText?> DecideAsync(
        ImmutableArray<AlarmId> alarms, Func<ImmutableArray<AlarmId>, GroupingDecision> decisionOf, string reason,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return AlarmText.Of("refusal.grouping-reason");
        var facilities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in alarms)
        {
            if (await FacilityOfAsync(id, cancellationToken) is not { } facility)
                return AlarmText.Of("refusal.unknown-alarm");
            facilities.Add(facility);
        }

        // What fails together stands at one site; what two sites have in common is one line for each.
        return facilities.Count == 1
            ? await grains.GetGrain<IIncidentGrain>(facilities.Single()).Decide(decisionOf(alarms)).AsTask().WaitAsync(cancellationToken)
            : AlarmText.Of("refusal.grouping-sites");
    }

    async Task<string?> FacilityOfAsync(AlarmId id, CancellationToken cancellationToken) =>
        await Summary.FacilityOf(id).AsTask().WaitAsync(cancellationToken)
        ?? (await parts.Journal.FindAsync(new(Alarms: [id], Most: 1), cancellationToken)).FirstOrDefault()?.After.Key.Location.Facility.Value;

    IEnumerable<string> FacilitiesOf(string? where, string? city) => parts.Inventory.Facilities
        .Where(facility => where is null || AlarmQueries.IsInside(where, facility.Id.Value))
        .Where(facility => city is null || facility.City == CityCode.Parse(city))
        .Select(facility => facility.Id.Value);
}
