using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Alarms.Kpis;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Wording;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Browser.Tests;

/// <summary>
/// The alarms of a province in one process: the same book, grouping, inbox and windows as the product's, under a lock instead of
/// grains. Whoever is to be told of a critical incident is told at once.
/// </summary>
sealed partial class MemoryAlarmDesk : IAlarmDesk
{
    const string Owner = "province";
    const int Most = 500;

    static readonly ImmutableDictionary<string, AlarmScope> NoGroups = ImmutableDictionary<string, AlarmScope>.Empty;
    static readonly AlarmWording Chinese = AlarmWording.Chinese(BusinessCalendar.Shanghai.Zone);
    static readonly AlarmWording English = AlarmWording.English(BusinessCalendar.Shanghai.Zone);

    readonly Lock _gate = new();
    readonly Inventory _inventory;
    readonly AlarmRuleBook _rules;
    readonly AlarmBook _book = new(AlarmPolicy.Usual);
    readonly IncidentBoard _board;
    readonly InboxView _view = new();
    readonly StormWatch _storm = new();
    readonly List<AlarmTransition> _journal = [];
    readonly List<NoticeRecord> _notices = [];
    readonly HashSet<AlarmId> _told = [];
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    MaintenanceBook _windows = new([], NoGroups, BusinessCalendar.Shanghai);
    AlarmHeadline _headline;

    public MemoryAlarmDesk(Inventory inventory, AlarmRuleBook rules, DateTimeOffset start)
    {
        (_inventory, _rules, Time) = (inventory, rules, new(start));
        _board = new(rules, DependencyGraph.Empty, GroupingPolicy.Usual, new(RacksOf, _ => Domain.Units.Power.FromKilowatts(6), () => 3));
        _book.HoldOf = (key, at) => _windows.HoldOf(key, at);
        _headline = HeadlineAt(1);
    }

    public FakeTimeProvider Time { get; }

    /// <summary>Names of those who took a shift over, with what they wrote.</summary>
    public List<(string Author, string Note)> Shifts { get; } = [];

    DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Shows a rule readings, all at once.</summary>
    public void Observe(string rule, IEnumerable<(Location Where, string Device, double Value)> readings)
    {
        lock (_gate)
        {
            var (known, now) = ((PointRule)_rules.Of(rule)!, Now);
            foreach (var (where, device, value) in readings)
            {
                var point = PointId.Total(device, known.Quantities[0]);
                _book.Observe(known, where, point, new PointView(where, new(point, value, now, ReadingQuality.Good), null), now, now);
            }

            Settle();
        }
    }

    public Task<AlarmHeadline> HeadlineAsync(CancellationToken cancellationToken) => Locked(() => _headline);

    public async Task<AlarmHeadline> NextAsync(long after, CancellationToken cancellationToken)
    {
        Task changed;
        lock (_gate)
        {
            if (_headline.Version > after)
                return _headline;
            changed = _changed.Task;
        }

        await Task.WhenAny(changed, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken));
        return await HeadlineAsync(cancellationToken);
    }

    public Task<InboxPage> InboxAsync(InboxQuery query, CancellationToken cancellationToken) => Locked(() => PageOf(query));

    public Task<AlarmPage> AlarmsAsync(AlarmQuery query, CancellationToken cancellationToken) => Locked(() =>
    {
        var matching = _board.Standing.Where(alarm => Matches(alarm, query))
            .OrderByDescending(alarm => alarm.AwaitsAcknowledgement).ThenByDescending(alarm => alarm.Priority)
            .ThenBy(alarm => alarm.StartedAt).ThenBy(alarm => alarm.Id).ToList();
        return new AlarmPage(
            _headline, [.. matching.Skip(query.Skip).Take(Math.Clamp(query.Most, 1, Most)).Select(RowOf)], matching.Count, _board.Standing.Count);
    });

    public Task<IncidentFile?> IncidentAsync(AlarmId id, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_board.Find(id) is not { } incident)
            return null;

        var rows = _board.StandingOf(incident).Select(RowOf).OrderByDescending(row => row.IsCause).ThenBy(row => row.Alarm.StartedAt).ToList();
        return new IncidentFile(
            incident, _board.RowOf(incident), [.. rows.Take(Most)], Find(new(Alarms: incident.Alarms, Most: Most)),
            [.. _notices.Where(notice => notice.Incident == incident.Id)], [.. _board.RacksOf(incident).Take(Most)],
            [.. _board.DecisionsOn(incident)], SimilarTo(incident, rows));
    });

    public Task<BulkPreview> PreviewAsync(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, CancellationToken cancellationToken) =>
        Locked(() => PreviewOf(alarms, command, author));

    public Task<BulkPreview> CommandAsync(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, CancellationToken cancellationToken) => Locked(() =>
    {
        var preview = PreviewOf(alarms, command, author);
        var done = new BulkPreview(
        [
            .. preview.Lines.Select(line => line.Refused is not null
                ? line
                : LineOf(AlarmOf(line.Key), _book.Command(line.Key, line.Priority, command, author, Now))),
        ]);
        Settle();
        return done;
    });

    public Task<BulkPreview> UndoAsync(ImmutableArray<AlarmKey> alarms, string author, CancellationToken cancellationToken) => Locked(() =>
    {
        var undone = new BulkPreview([.. alarms.Distinct().Select(key => LineOf(AlarmOf(key), _book.Undo(key, author, Now)))]);
        Settle();
        return undone;
    });

    public Task<AlarmText?> MergeAsync(ImmutableArray<AlarmId> alarms, string author, string reason, CancellationToken cancellationToken) =>
        Locked(() => Decide(alarms, new GroupingDecision.Merge(alarms, author, Now, reason), reason));

    public Task<AlarmText?> SplitAsync(ImmutableArray<AlarmId> alarms, string author, string reason, CancellationToken cancellationToken) =>
        Locked(() => Decide(alarms, new GroupingDecision.Split(alarms, author, Now, reason), reason));

    public Task<HandOver> HandOverAsync(string? where, CancellationToken cancellationToken) =>
        Locked(() => HandOver.Of(_board.Standing.Where(alarm => IsInside(alarm.Key.Location.Path, where)), Now));

    public Task TakeOverAsync(string? where, string author, string note, CancellationToken cancellationToken)
    {
        lock (_gate)
            Shifts.Add((author, note));
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<AlarmRule>> RulesAsync(CancellationToken cancellationToken) => Locked(() => _rules.Rules);

    public Task<ImmutableArray<PlannedWindow>> WindowsAsync(CancellationToken cancellationToken) => Locked<ImmutableArray<PlannedWindow>>(() =>
    [
        .. _windows.Windows.Select(window => new PlannedWindow(
            window, MatchOf(window.Scope), window.Schedule.OpenAt(Now, null, BusinessCalendar.Shanghai),
            _board.Standing.Count(alarm => MaintenanceBook.HolderOf(alarm) == window.Id))),
    ]);

    public Task<WindowMatch> MatchAsync(WindowScope scope, CancellationToken cancellationToken) => Locked(() => MatchOf(scope));

    public Task<AlarmText?> PlanAsync(MaintenanceWindow window, CancellationToken cancellationToken) => Locked(() =>
    {
        if (window.Schedule.EndsAt(BusinessCalendar.Shanghai) <= Now)
            return AlarmText.Of("refusal.window-over");
        if (MatchOf(window.Scope) is { IsEmpty: true } match)
            return match.Says;
        Plan([.. _windows.Windows, window]);
        return null;
    });

    public Task<AlarmText?> EndAsync(string window, string author, string reason, CancellationToken cancellationToken) => Locked(() =>
    {
        if (_windows.Windows.All(known => known.Id != window))
            return AlarmText.Of("refusal.window-unknown", TextArgument.OfName("window", window));
        Plan([.. _windows.Windows.Where(known => known.Id != window)]);
        return null;
    });

    public Task<ImmutableArray<AlarmTransition>> JournalAsync(JournalQuery query, CancellationToken cancellationToken) => Locked(() => Find(query));

    public Task<AlarmReport> ReportAsync(
        DateTimeOffset from, DateTimeOffset to, string? where, int consoles, CancellationToken cancellationToken) => Locked(() => AlarmReport.Of(
            [.. Find(new(where, from - TimeSpan.FromDays(1), to, Most: int.MaxValue)).OrderBy(entry => entry.At)], from, to, consoles));

    public Task<ImmutableArray<NoticeDelivery>> NoticesAsync(NoticeQuery query, CancellationToken cancellationToken) =>
        Locked<ImmutableArray<NoticeDelivery>>(() =>
        [
            .. _notices.Where(notice => query.Incident is not { } asked || notice.Incident == asked).Reverse()
                .Take(query.Most).Select(notice => new NoticeDelivery(notice, "mail", null, null)),
        ]);

    Task<T> Locked<T>(Func<T> answer)
    {
        lock (_gate)
            return Task.FromResult(answer());
    }

    /// <summary>What the book did goes to the journal, the incidents and the inbox, in that order.</summary>
    void Settle(bool isRegrouped = false)
    {
        var entries = _book.TakeTransitions();
        if (entries.IsEmpty && !isRegrouped)
            return;

        _journal.AddRange(entries);
        _storm.Note(_board.Take(Owner, [.. entries.Where(entry => !entry.IsAboutThePast).Select(entry => entry.After)], false, Now), Now);
        var changes = _board.TakeChanges();
        foreach (var gone in changes.Gone)
            _view.Remove(gone);
        foreach (var row in changes.Rows)
        {
            _view.Put(row);
            if (row.Priority == AlarmPriority.Critical && _told.Add(row.Incident))
                _notices.Add(new(row.Incident.Derive("told"), NoticeKind.Raised, "duty", "critical", 0, row.Incident, row.Priority, Now, Now, 1, false, 0));
        }

        _headline = HeadlineAt(_headline.Version + 1);
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    AlarmHeadline HeadlineAt(long version)
    {
        var waiting = _view.Rows.Where(row => row.AwaitsAcknowledgement).ToLookup(row => row.Priority);
        return new(
            version, Now, _view.Count, _board.Standing.Count, waiting[AlarmPriority.Critical].Count(), waiting[AlarmPriority.Major].Count(),
            waiting[AlarmPriority.Minor].Count(), waiting[AlarmPriority.Advisory].Count(), _board.Shelved,
            waiting[AlarmPriority.Critical].Select(row => (DateTimeOffset?)row.FirstAt).Min(), _storm.Since, []);
    }

    void Plan(ImmutableArray<MaintenanceWindow> windows)
    {
        _windows = new(windows, NoGroups, BusinessCalendar.Shanghai) { Triggers = _windows.Triggers };
        foreach (var action in _windows.Actions([.. _book.Standing], Now))
            _book.Command(action.Key, action.Priority, action.Command, AlarmTransition.Product, Now);
        Settle();
    }

    AlarmText? Decide(ImmutableArray<AlarmId> alarms, GroupingDecision decision, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return AlarmText.Of("refusal.grouping-reason");
        if (alarms.Any(id => _board.Find(id) is null))
            return AlarmText.Of("refusal.unknown-alarm");
        _board.Decide(decision);
        Settle(isRegrouped: true);
        return null;
    }

    BulkPreview PreviewOf(ImmutableArray<AlarmKey> keys, AlarmCommand command, string author)
    {
        var alarms = keys.Distinct().Select(AlarmOf).ToList();
        return alarms.Count > 1
            ? BulkPreview.Of(alarms, command, author, Now)
            : new([.. alarms.Select(alarm => LineOf(alarm, AlarmCommands.Decide(alarm, command, author, Now)))]);
    }

    Alarm AlarmOf(AlarmKey key) => _book.Of(key) ?? Alarm.Normal(key, _rules.Of(key.Rule)?.Priority ?? AlarmPriority.Advisory, Now);

    static BulkLine LineOf(Alarm before, AlarmDecision decision) => decision switch
    {
        AlarmDecision.Taken taken => new(before.Key, before.Priority, before.State, taken.Transition.To, null),
        AlarmDecision.Refused refused => new(before.Key, before.Priority, before.State, before.State, refused.Reason),
        var other => throw new InvalidOperationException($"{other} is not a decision known here."),
    };

    AlarmRow RowOf(Alarm alarm)
    {
        var (incident, isCause) = _board.IncidentOf(alarm);
        return new(alarm, incident, isCause);
    }

    ImmutableArray<AlarmTransition> Find(JournalQuery query) =>
    [
        .. Enumerable.Reverse(_journal).Where(entry =>
            IsInside(entry.After.Key.Location.Path, query.Where)
            && (query.From is not { } from || entry.At >= from) && (query.To is not { } to || entry.At < to)
            && (query.Alarms.IsDefaultOrEmpty || query.Alarms.Contains(entry.After.Id))
            && (query.Rule is null || entry.After.Key.Rule == query.Rule) && (query.Author is null || entry.Author == query.Author)
            && (!query.ByPeople || entry.Author != AlarmTransition.Product)).Take(query.Most),
    ];
}
