using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>Keeps what it is told, in the log of the test.</summary>
[GrainType("notification")]
public sealed class RecordingNotificationGrain(NotifiedLog log) : Grain, INotificationGrain
{
    public ValueTask Report(string facility, ImmutableArray<NotifiedIncident> incidents, bool isWhole)
    {
        log.Add(new(facility, incidents, isWhole));
        return ValueTask.CompletedTask;
    }

    public ValueTask<ImmutableArray<NoticeDelivery>> Deliveries(NoticeQuery query) => ValueTask.FromResult<ImmutableArray<NoticeDelivery>>([]);

    public ValueTask<ImmutableArray<ChannelState>> Channels() => ValueTask.FromResult<ImmutableArray<ChannelState>>([]);
}
