using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Topology;
using DcOps.Grains.Checkpoints;
using DcOps.Grains.Owners;
using DcOps.Grains.Placement;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains.Alarms;

/// <summary>
/// Puts the alarms of a facility's rooms and plant together, and tells the inbox and whoever is notified. What it must remember of
/// incidents is checkpointed; what stands is told by the owners.
/// </summary>
[GrainType("incidents"), KeepAlive, PlacedByFacility]
public sealed partial class IncidentGrain(
    AlarmParts parts, OwnerCheckpoints checkpoints, CheckpointOptions checkpointing, ILogger<IncidentGrain> logger) : Grain, IIncidentGrain
{
    readonly RackLoads _loads = new(parts.Inventory);
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(10);

    IncidentBoard _board = null!;
    OwnerCheckpoint<IncidentImage> _checkpoint = null!;
    IncidentReports _reports = null!;
    DesignDesk _design = null!;
    ImmutableArray<string> _owners = [];
    DateTimeOffset _checkpointAt;
    DateTimeOffset _forgetAt;
    bool _isDirty;

    bool IsComplete => _owners.All(_board.Knows);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _board = new(parts.Settings.Rules, parts.Chain, parts.Settings.Grouping, new(parts.RacksOf, _loads.Of, () => parts.JobsAt(this.GetPrimaryKeyString())));
        _checkpoint = checkpoints.Open<IncidentImage>($"incidents/{this.GetPrimaryKeyString()}");
        if (!FacilityId.TryParse(this.GetPrimaryKeyString(), out var id) || !parts.Inventory.TryGet(id, out var facility))
            return;

        _owners = [facility.Id.Value, .. facility.Rooms.Select(room => room.Id.Value)];
        _reports = new(facility.Id.Value, _board, parts, GrainFactory);
        _design = new(_board, parts, GrainFactory);
        var image = (await _checkpoint.RestoreAsync(_ => [], cancellationToken))?.State ?? IncidentImage.Empty;
        _board.Restore(image, await TailAsync(facility.Id, image.SavedAt, cancellationToken), parts.Now);
        _forgetAt = parts.Now + ForgetEvery;
        this.RegisterGrainTimer(
            static (grain, _) => grain.TickAsync(), this, new GrainTimerCreationOptions(Tick, Tick) { KeepAlive = true });
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_isDirty && !_checkpoint.IsOvertaken)
            Checkpoint();
        await _checkpoint.FlushAsync().WaitAsync(cancellationToken);
    }

    public ValueTask<bool> Tell(string owner, ImmutableArray<Alarm> alarms, bool isWhole, DateTimeOffset? since)
    {
        if (!_owners.Contains(owner) || (!isWhole && !_board.Knows(owner)))
            return ValueTask.FromResult(false);

        var raised = _board.Take(owner, alarms, isWhole, parts.Now);
        _isDirty |= raised > 0;
        _reports.Note(raised, since, IsComplete);
        _reports.Send();
        return ValueTask.FromResult(true);
    }

    public ValueTask Load(string room, ImmutableArray<double> watts)
    {
        _loads.Take(room, watts);
        return ValueTask.CompletedTask;
    }

    public ValueTask<AlarmSlice> Alarms(AlarmQuery query) => ValueTask.FromResult(AlarmQueries.Slice(_board, query));

    public ValueTask<IncidentParts?> Find(AlarmId id)
    {
        if (_board.Find(id) is not { } incident)
            return ValueTask.FromResult<IncidentParts?>(null);

        var standing = _board.StandingOf(incident);
        return ValueTask.FromResult<IncidentParts?>(new(
            incident, _board.RowOf(incident),
            [
                .. standing.OrderByDescending(alarm => alarm.Id == incident.Root).ThenBy(alarm => alarm.StartedAt).Take(AlarmQueries.Most)
                    .Select(alarm => new AlarmRow(alarm, incident.Id, alarm.Id == incident.Root)),
            ],
            [.. _board.RacksOf(incident).Take(AlarmQueries.Most)],
            [.. _board.DecisionsOn(incident)]));
    }

    public async ValueTask<AlarmText?> Decide(GroupingDecision decision)
    {
        _board.Decide(decision);
        Checkpoint();
        if (!await _checkpoint.FlushAsync())
            throw new JournalUnavailableException("What was decided is not on disk yet; it counts from now on, and is lost should the process end.");
        _reports.Send();
        return null;
    }

    public ValueTask<ImmutableArray<Alarm>> Standing() => ValueTask.FromResult<ImmutableArray<Alarm>>([.. _board.Standing]);

    Task TickAsync()
    {
        if (_checkpoint.IsOvertaken)
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }

        var now = parts.Now;
        if (now >= _forgetAt)
        {
            _forgetAt = now + ForgetEvery;
            _board.Forget(now);
            _isDirty = true;
        }

        if (_isDirty && now >= _checkpointAt)
            Checkpoint();
        // Before every owner has spoken a cause may stand that is not known here yet.
        if (IsComplete)
            _design.Sweep(now);
        _reports.Note(0, null, IsComplete);
        _reports.Send();
        return Task.CompletedTask;
    }

    void Checkpoint()
    {
        var now = parts.Now;
        (_isDirty, _checkpointAt) = (false, now + checkpointing.Interval);
        _checkpoint.Offer(new(_board.Save(now), []), []);
    }

    async Task<ImmutableArray<AlarmTransition>> TailAsync(FacilityId facility, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<AlarmTransition>();
        try
        {
            // An alarm is dated by its readings, and written down some time after.
            var since = from == DateTimeOffset.MinValue ? parts.Now - parts.Settings.Grouping.Reopen : from - parts.Settings.Policy.LateAfter;
            await foreach (var entry in parts.Journal.ReadAsync(since, DateTimeOffset.MaxValue, facility.Value, cancellationToken))
                entries.Add(entry);
        }
        catch (JournalUnavailableException fault)
        {
            AlarmMetrics.JournalFailures.Inc();
            LogNoTail(facility.Value, fault.Message);
        }

        return entries.DrainToImmutable();
    }

    [LoggerMessage(LogLevel.Warning, "The incidents of {Facility} begin without the newest entries of the journal, which is away: {Reason}")]
    partial void LogNoTail(string facility, string reason);
}
