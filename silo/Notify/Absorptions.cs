using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify;

/// <summary>
/// The ids under which incidents were told before others absorbed them. A change of an incident tells only what it absorbed since the
/// last one, a whole tells every alarm of it; so what is known is kept with the incident.
/// </summary>
static class Absorptions
{
    /// <summary>Every id under which something of the incident was told, but for its own.</summary>
    /// <param name="known">As it was before the incident is taken.</param>
    /// <param name="isTold">Whether anybody may have been told anything under an id.</param>
    public static ImmutableArray<AlarmId> Of(
        IReadOnlyDictionary<AlarmId, (string Facility, NotifiedIncident Incident)> known, NotifiedIncident incident, Func<AlarmId, bool> isTold)
    {
        ImmutableArray<AlarmId> Of(AlarmId id) => known.TryGetValue(id, out var entry) ? entry.Incident.Absorbed : [];
        return
        [
            .. incident.Absorbed.Concat(Of(incident.Id)).Concat(incident.Absorbed.SelectMany(id => Of(id)))
                .Where(id => id != incident.Id && isTold(id)).Distinct(),
        ];
    }

    /// <summary>What a person took out of an incident is told by itself again.</summary>
    /// <param name="told">Incidents that stand by themselves.</param>
    public static void LetGo(Dictionary<AlarmId, (string Facility, NotifiedIncident Incident)> known, HashSet<AlarmId> told)
    {
        foreach (var (id, (facility, incident)) in known.Where(entry => entry.Value.Incident.Absorbed.Any(told.Contains)).ToList())
            known[id] = (facility, incident with { Absorbed = incident.Absorbed.RemoveAll(told.Contains) });
    }
}
