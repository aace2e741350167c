using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify;

/// <summary>The log of notices as pages ask for it.</summary>
static class NoticeLists
{
    const int Most = 1_000;

    /// <summary>Newest first.</summary>
    public static ImmutableArray<NoticeDelivery> Deliveries(
        NoticeLog log, NoticeQuery query, IReadOnlyDictionary<AlarmId, Delivery> deliveries, INoticeSender sender) =>
    [
        .. log.Records
            .Where(record => query.Incident is null || record.Incident == query.Incident)
            .Where(record => query.Target is null || record.Target == query.Target)
            .Where(record => (query.From is null || record.PlannedAt >= query.From) && (query.To is null || record.PlannedAt < query.To))
            .Where(record => !query.Undelivered || record.IsOwed)
            .OrderByDescending(record => record.PlannedAt).ThenBy(record => record.Key).Take(Math.Clamp(query.Most, 1, Most))
            .Select(record => deliveries.TryGetValue(record.Key, out var delivery)
                ? new NoticeDelivery(record, delivery.Channel, record.Refusal ?? delivery.Fault, record.IsOwed ? delivery.NextAt : null)
                : new NoticeDelivery(record, sender.ChannelOf(record.Target) ?? record.Target, record.Refusal, null)),
    ];

    /// <param name="isAwaited">Whether a notice that has not arrived is still of use.</param>
    public static ImmutableArray<ChannelState> Channels(NoticeLog log, Func<NoticeRecord, bool> isAwaited, INoticeSender sender)
    {
        var byChannel = log.Records.Where(record => record.IsHeldBack || record.IsOwed)
            .ToLookup(record => sender.ChannelOf(record.Target), StringComparer.Ordinal);
        return
        [
            .. sender.Channels.Select(state => state with
            {
                Waiting = byChannel[state.Name].Count(record => record.IsOwed && isAwaited(record)),
                HeldBack = byChannel[state.Name].Count(record => record.IsHeldBack),
            }),
        ];
    }
}
