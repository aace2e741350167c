using DcOps.Contracts;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Grains.Alarms;

/// <summary>Suppression by design of one facility: looks every few seconds and asks the owners, beside the grain's turns.</summary>
sealed class DesignDesk(IncidentBoard board, AlarmParts parts, IGrainFactory grains)
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Alarms of one call: an owner is not held up by a storm.</summary>
    const int AtOnce = 500;

    readonly DesignSuppression _design = new(parts.Settings.Suppressions, parts.Settings.Groups);
    DateTimeOffset _lookAt;
    Task _asking = Task.CompletedTask;

    /// <summary>Never waits.</summary>
    public void Sweep(DateTimeOffset now)
    {
        if (_design.IsIdle || now < _lookAt || !_asking.IsCompleted)
            return;
        _lookAt = now + LookEvery;
        var actions = _design.Actions(board.Caused(), board.Standing, now);
        if (!actions.IsEmpty)
            _asking = AskAsync(actions);
    }

    async Task AskAsync(ImmutableArray<WindowAction> actions)
    {
        try
        {
            foreach (var batch in actions.GroupBy(action => (Owner: OwnerOf(action.Key), action.Command)).SelectMany(
                group => group.Chunk(AtOnce).Select(chunk => (group.Key.Owner, group.Key.Command, Keys: chunk))))
            {
                await batch.Owner.Act(
                    [.. batch.Keys.Select(action => action.Key)], batch.Command, AlarmTransition.Product, isBulk: false, isPreview: false);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What was not done is asked again with the next look.
            AlarmMetrics.TellsLost.Inc();
        }
    }

    IAlarmOwner OwnerOf(AlarmKey key) => key.Location.Rack is { } rack
        ? grains.GetGrain<IRoomGrain>(rack.Room.Value)
        : grains.GetGrain<IFacilityGrain>(key.Location.Facility.Value);
}
