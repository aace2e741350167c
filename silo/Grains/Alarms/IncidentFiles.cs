using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Grains.Alarms;

/// <summary>Gathers all that is known of one incident.</summary>
static class IncidentFiles
{
    const int MostSimilar = 10;

    static readonly TimeSpan SimilarWithin = TimeSpan.FromDays(90);

    /// <param name="facility">Null when nobody knows it.</param>
    public static async Task<IncidentFile?> ReadAsync(
        AlarmId id, string? facility, AlarmParts parts, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (facility is null
            || await grains.GetGrain<IIncidentGrain>(facility).Find(id).AsTask().WaitAsync(cancellationToken) is not { } known)
            return null;

        var journal = await parts.Journal.FindAsync(
            new(facility, Alarms: [.. known.Incident.Alarms.Take(AlarmQueries.Most)], Most: AlarmQueries.Most), cancellationToken);
        var notices = await NoticesAsync(known.Incident.Id, parts, grains, cancellationToken);
        return new(
            known.Incident, known.Row, known.Alarms, journal, notices, known.Racks, known.Decisions,
            await SimilarAsync(known, journal, parts, cancellationToken));
    }

    static async Task<ImmutableArray<NoticeRecord>> NoticesAsync(
        AlarmId incident, AlarmParts parts, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var deliveries = await grains.GetGrain<INotificationGrain>(parts.Inventory.Province.Value)
            .Deliveries(new(incident, Most: AlarmQueries.Most)).AsTask().WaitAsync(cancellationToken);
        return [.. deliveries.Select(delivery => delivery.Record)];
    }

    // Earlier occurrences of the alarm that explains it: the same place, the same rule.
    static async Task<ImmutableArray<PastIncident>> SimilarAsync(
        IncidentParts known, ImmutableArray<AlarmTransition> journal, AlarmParts parts, CancellationToken cancellationToken)
    {
        var cause = known.Alarms.FirstOrDefault(row => row.IsCause)?.Alarm.Key ?? known.Alarms.FirstOrDefault()?.Alarm.Key
            ?? journal.LastOrDefault()?.After.Key;
        if (cause is not { } key)
            return [];

        var entries = await parts.Journal.FindAsync(
            new(key.Location.Path, parts.Now - SimilarWithin, Rule: key.Rule, Most: AlarmQueries.Most), cancellationToken);
        return
        [
            .. entries.Where(entry => entry.After.Key == key && !known.Incident.Alarms.Contains(entry.After.Id) && entry.After.Occurrences > 0)
                .GroupBy(entry => entry.After.Id)
                .Select(each => new PastIncident(
                    each.Key, each.First().After.StartedAt,
                    each.FirstOrDefault(entry => entry.Event == AlarmEvent.Returned)?.At, 1))
                .OrderByDescending(past => past.FirstAt).Take(MostSimilar),
        ];
    }
}
