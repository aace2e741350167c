using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Alarms.Watching;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>The alarms of one owner grain: its book, its maintenance windows, and what leaves them. Used in the grain's turns alone.</summary>
sealed class OwnerAlarms
{
    readonly string _owner;
    readonly AlarmParts _parts;
    readonly AlarmOutlet _outlet;
    readonly DateTimeOffset _tailFrom;
    readonly AlarmWatches _watches;
    MaintenanceBook _windows;
    long _windowsVersion;

    // What a window held may outlive the window's own record.
    bool _mayHold = true;
    bool _owesTail = true;
    Task _catchUp = Task.CompletedTask;

    /// <param name="image">Null when the owner was never checkpointed with alarms.</param>
    public OwnerAlarms(string owner, AlarmParts parts, IIncidentGrain incidents, OwnerAlarmImage? image)
    {
        (_owner, _parts, _outlet) = (owner, parts, new(owner, parts, incidents));
        Book = AlarmBook.Restore(parts.Settings.Policy, image?.Book ?? AlarmImage.Empty, []);
        Book.HoldOf = HoldOf;
        _windows = WindowsOf(image?.Triggers ?? ImmutableDictionary<string, DateTimeOffset>.Empty);
        _outlet.Restore(image?.Unwritten ?? []);
        _watches = new(
            parts.Settings.Rules, parts.Chain, parts.Points.Equipment, parts.Settings.Policy,
            place => place.Rack is { } rack ? rack.Room.Value == owner : place.Facility.Value == owner, parts.Now, image?.Peaks ?? [],
            RoomId.TryParse(owner, out var room) ? room.Facility : FacilityId.TryParse(owner, out var facility) ? facility : null);
        Book.IntervalOf = _watches.IntervalOf;
        _tailFrom = image?.SavedAt ?? DateTimeOffset.MinValue;
    }

    public AlarmBook Book { get; }

    /// <summary>Collectors that are watched here; null where another owner does.</summary>
    public CollectorContacts? Contacts { get; init; }

    /// <summary>What rules are shown besides readings.</summary>
    public ImmutableArray<IAlarmInput> Inputs { get; init; } = [];

    /// <summary>Takes what was last heard before a restart: a device that went silent meanwhile is missed.</summary>
    public void Remember(Location location, ImmutableArray<Reading> latest)
    {
        if (!latest.IsDefaultOrEmpty)
            _watches.Remember(location, latest);
    }

    /// <summary>Whether something changed since the last <see cref="Save"/>.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Takes what the journal holds beyond the image; until that was possible nobody is told anything.</summary>
    public async Task CatchUpAsync(bool isFresh)
    {
        try
        {
            Book.CatchUp(await _parts.Journal.TailAsync(_owner, _tailFrom, CancellationToken.None), isFresh);
            _owesTail = false;
        }
        catch (JournalUnavailableException)
        {
            AlarmMetrics.JournalFailures.Inc();
            AlarmMetrics.JournalWritable.Set(0);
        }
    }

    /// <summary>Shows readings to the rules of points, and sends on what changed.</summary>
    public void Observe(Location location, ReadOnlySpan<Reading> readings, DateTimeOffset now)
    {
        Book.Observe(_parts.Points, location, readings, now);
        _watches.Observe(Book, location, readings, now);
        if (Book.Untaken > 0)
            Send();
    }

    /// <summary>What the clock alone does.</summary>
    public void Tick(DateTimeOffset now)
    {
        if (_owesTail && _catchUp.IsCompleted)
            _catchUp = CatchUpAsync(isFresh: false);
        Windows();
        if (!_windows.Windows.IsEmpty || _mayHold)
        {
            foreach (var action in _windows.Actions([.. Book.Standing], now))
                Book.Command(action.Key, action.Priority, action.Command, AlarmTransition.Product, now);
            _mayHold = !_windows.Windows.IsEmpty;
        }

        _watches.Sweep(Book, now);
        Contacts?.Sweep(Book, now);
        foreach (var input in Inputs)
            input.Sweep(Book, now);
        Book.Sweep(now);
        Send(isRetry: true);
    }

    /// <inheritdoc cref="IAlarmOwner.Act"/>
    public async ValueTask<ImmutableArray<BulkLine>> ActAsync(
        ImmutableArray<AlarmKey> keys, AlarmCommand command, string author, bool isBulk, bool isPreview)
    {
        var now = _parts.Now;
        if (isPreview)
            return [.. keys.Select(key => Preview(AlarmOf(key, now), command, author, isBulk, now))];
        if (_outlet.IsAway || _owesTail)
            return [.. keys.Select(key => Refused(AlarmOf(key, now), AlarmText.Of("refusal.journal-away")))];

        ImmutableArray<BulkLine> lines = [.. keys.Select(key => Do(AlarmOf(key, now), command, author, isBulk, now))];
        await SentAsync();
        return lines;
    }

    /// <inheritdoc cref="IAlarmOwner.Undo"/>
    public async ValueTask<ImmutableArray<BulkLine>> UndoAsync(ImmutableArray<AlarmKey> keys, string author)
    {
        var now = _parts.Now;
        ImmutableArray<BulkLine> lines =
        [
            .. keys.Select(key =>
            {
                var before = AlarmOf(key, now);
                return LineOf(before, Book.Undo(key, author, now));
            }),
        ];
        await SentAsync();
        return lines;
    }

    /// <summary>Sends on what changed.</summary>
    public void Send(bool isRetry = false)
    {
        IsDirty |= Book.Untaken > 0;
        if (!_owesTail)
            _outlet.Send(Book, isRetry);
    }

    public OwnerAlarmImage Save(DateTimeOffset now)
    {
        IsDirty = false;
        // With the entries that are taken here, none is in neither the image nor the journal.
        return new(Book.Save(), now, [.. _outlet.Unwritten, .. Book.Pending], _windows.Triggers, _watches.Peaks);
    }

    async Task SentAsync()
    {
        IsDirty |= Book.Untaken > 0;
        await _outlet.WrittenAsync(Book);
    }

    Alarm AlarmOf(in AlarmKey key, DateTimeOffset now) =>
        Book.Of(key) ?? Alarm.Normal(key, _parts.Settings.Rules.Of(key.Rule)?.Priority ?? AlarmPriority.Advisory, now);

    BulkLine Do(Alarm alarm, AlarmCommand command, string author, bool isBulk, DateTimeOffset now)
    {
        var line = Preview(alarm, command, author, isBulk, now);
        return line.Refused is not null
            ? line
            : LineOf(alarm, Book.Command(alarm.Key, alarm.Priority, command, author, now));
    }

    static BulkLine Preview(Alarm alarm, AlarmCommand command, string author, bool isBulk, DateTimeOffset now) => isBulk
        ? BulkPreview.Of([alarm], command, author, now).Lines[0]
        : LineOf(alarm, AlarmCommands.Decide(alarm, command, author, now));

    static BulkLine LineOf(Alarm before, AlarmDecision decision) => decision switch
    {
        AlarmDecision.Taken taken => new(before.Key, before.Priority, before.State, taken.Transition.To, null),
        AlarmDecision.Refused refused => Refused(before, refused.Reason),
        var other => throw new InvalidOperationException($"{other} is not a decision known here."),
    };

    static BulkLine Refused(Alarm alarm, AlarmText reason) => new(alarm.Key, alarm.Priority, alarm.State, alarm.State, reason);

    string? HoldOf(AlarmKey key, DateTimeOffset at) => Windows().Windows.IsEmpty ? null : _windows.HoldOf(key, at);

    MaintenanceBook Windows()
    {
        if (_parts.Work.Version == _windowsVersion)
            return _windows;
        _mayHold = true;
        return _windows = WindowsOf(_windows.Triggers);
    }

    MaintenanceBook WindowsOf(ImmutableDictionary<string, DateTimeOffset> triggers)
    {
        _windowsVersion = _parts.Work.Version;
        var windows = _parts.Work.Windows;
        return new(windows, _parts.Settings.Groups, BusinessCalendar.Shanghai)
        {
            Triggers = triggers.RemoveRange(triggers.Keys.Where(id => !windows.Any(window => window.Id == id))),
        };
    }
}
