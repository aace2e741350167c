using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Alarms.Work;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;

namespace DcOps.Benchmarks.AlarmScenarios;

/// <summary>The alarm folds as their owners hold them: readings and silences in, alarms, journal and incidents out. It can be killed.</summary>
sealed class Watch
{
    static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(10);

    readonly PlayedSites _sites;
    readonly AlarmRuleBook _rules = AlarmRuleBook.Shipped;
    readonly PointRules _points;
    readonly ImpactSource _impact;
    readonly DateTimeOffset _since;
    readonly Dictionary<SimulatedDevice, DateTimeOffset> _heard = [];
    readonly Dictionary<(string Path, PointId Point), RateWindow> _rates = [];
    readonly List<AlarmTransition> _journal = [];
    readonly List<(DateTimeOffset At, ImmutableArray<(SimulatedDevice Device, ImmutableArray<Reading> Readings)> Readings)> _unreceipted = [];
    AlarmBook _book = new(AlarmPolicy.Usual);
    readonly Dictionary<AlarmId, Incident> _incidents = [];
    IncidentGrouping _grouping;
    (AlarmImage Image, int Journalled) _checkpoint = (new([]), 0);

    public Watch(PlayedSites sites, MaintenanceBook? maintenance)
    {
        _sites = sites;
        _since = sites.Now;
        Maintenance = maintenance;
        _points = _rules.Points(sites.Chain.Equipment());
        var racks = sites.Province.Facilities.SelectMany(site => site.Plan.Racks.Index().Select(rack => (site, rack.Item.Id, Number: rack.Index))).ToList();
        var powers = racks.ToDictionary(rack => rack.Id.Value, rack => rack, StringComparer.Ordinal);
        _impact = new(
            path => racks.Count(rack => rack.Id.Value.StartsWith($"{path}/", StringComparison.Ordinal)),
            path => powers.TryGetValue(path, out var rack)
                ? new((rack.site.Feeds.Milliwatts(rack.Number, Simulator.Model.Feed.A) + rack.site.Feeds.Milliwatts(rack.Number, Simulator.Model.Feed.B)) / 1_000.0)
                : null,
            () => null);
        _grouping = NewGrouping();
        Hold();
    }

    public MaintenanceBook? Maintenance { get; }

    /// <summary>Everything that happened, in its order: what is on disk.</summary>
    public IReadOnlyList<AlarmTransition> Journal => _journal;

    public IReadOnlyList<Alarm> Standing => [.. _book.Standing];

    /// <summary>Each with all that it absorbed.</summary>
    public IReadOnlyCollection<Incident> Incidents => _incidents.Values;

    /// <summary>One round of polls.</summary>
    public void Take(CollectedReadings collected)
    {
        _unreceipted.Add((_sites.Now, [.. collected.Round()]));
        Fold(_unreceipted[^1].At, _unreceipted[^1].Readings);
    }

    void Fold(DateTimeOffset now, ImmutableArray<(SimulatedDevice Device, ImmutableArray<Reading> Readings)> round)
    {
        foreach (var (device, readings) in round)
        {
            _heard[device] = now;
            _book.Observe(_points, device.Location, readings.AsSpan(), now);
            foreach (var reading in readings)
                Rate(device.Location, reading, now);
        }

        foreach (var device in _sites.Devices.All)
            Silence(device, now);
        foreach (var pdus in _sites.Devices.All.OfType<RackPduDevice>().GroupBy(pdu => pdu.Location.Path))
            Redundancy([.. pdus], now);
        _book.Sweep(now);
        Store(now);
    }

    /// <summary>What a restart begins with; the journal goes on beyond it.</summary>
    public void Checkpoint()
    {
        _checkpoint = (_book.Save(), _journal.Count);
        _unreceipted.Clear();
    }

    /// <summary>
    /// <c>kill -9</c> and a start: memory is gone, checkpoint and journal are not, and the collectors deliver again what had no
    /// receipt.
    /// </summary>
    public void Kill()
    {
        _book = AlarmBook.Restore(AlarmPolicy.Usual, _checkpoint.Image, _journal.Skip(_checkpoint.Journalled));
        Hold();
        _grouping = NewGrouping();
        foreach (var entry in _journal.Where(entry => entry.Event == AlarmEvent.Raised))
            Group(entry);

        // The incidents and what they absorbed are told again by a grouping that begins anew.
        foreach (var change in _grouping.TakeChanges())
            _incidents[change.Id] = change with { Absorbed = _incidents.GetValueOrDefault(change.Id)?.Absorbed ?? [] };
        _rates.Clear();
        foreach (var (at, readings) in _unreceipted)
            Fold(at, readings);
    }

    void Rate(Location location, in Reading reading, DateTimeOffset now)
    {
        foreach (var rule in _rules.Of<RateOfChangeRule>())
        {
            if (rule.Quantity != reading.Point.Quantity || reading.Value is not { } value)
                continue;
            var key = (location.Path, reading.Point);
            var window = _rates.GetValueOrDefault(key);
            var rate = window.Take(reading.ObservedAt, value, rule.Over);
            _rates[key] = window;
            _book.Observe(rule, location, reading.Point, new PointTrend(reading.Point, rate), reading.ObservedAt, now);
        }
    }

    void Silence(SimulatedDevice device, DateTimeOffset now)
    {
        var contact = new Contact(device.Name, _heard.TryGetValue(device, out var heard) ? heard : null, _since, PollInterval, now);
        foreach (var rule in _rules.Of<DeviceSilentRule>())
            _book.Observe(rule, device.Location, PointId.Total(device.Name, Quantity.None), contact, now, now);
    }

    void Redundancy(ImmutableArray<RackPduDevice> pdus, DateTimeOffset now)
    {
        var working = pdus.Count(pdu => _heard.TryGetValue(pdu, out var heard) && now - heard <= PollInterval * 3);
        var group = new RedundantGroup(pdus[0].Location.Path, pdus.Length, 1, working, working == 0 ? pdus.Length : 0);
        foreach (var rule in _rules.Of<RedundancyLostRule>())
            _book.Observe(rule, pdus[0].Location, PointId.Total("feeds", Quantity.None), group, now, now);
    }

    void Store(DateTimeOffset now)
    {
        foreach (var action in Maintenance?.Actions(_book.Standing, now) ?? [])
            _book.Command(action.Key, action.Priority, action.Command, AlarmTransition.Product, now);
        foreach (var entry in _book.TakeTransitions())
        {
            _journal.Add(entry);
            if (entry.Event == AlarmEvent.Raised)
                Group(entry);
        }

        Turn();
    }

    void Turn()
    {
        foreach (var change in _grouping.TakeChanges())
        {
            ImmutableArray<AlarmId> absorbed =
            [
                .. change.Absorbed.Append(change.Id).SelectMany(id => _incidents.GetValueOrDefault(id)?.Absorbed ?? []).Concat(change.Absorbed)
                    .Distinct().Order(),
            ];
            foreach (var id in change.Absorbed)
                _incidents.Remove(id);
            _incidents[change.Id] = change with { Absorbed = absorbed };
        }
    }

    void Group(AlarmTransition entry) => _grouping.Add(GroupedAlarm.Of(entry.After, _rules.Of(entry.After.Key.Rule)));

    void Hold() => _book.HoldOf = Maintenance is { } windows ? (key, at) => windows.HoldOf(key, at) : null;

    IncidentGrouping NewGrouping() => new(_sites.Chain, GroupingPolicy.Usual, _impact);
}
