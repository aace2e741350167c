using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Benchmarks.Alarms;

/// <summary>Tells nobody: what notices cost is measured elsewhere.</summary>
[GrainType("notification")]
public sealed class SilentNotificationGrain : Grain, INotificationGrain
{
    public ValueTask Report(string facility, ImmutableArray<NotifiedIncident> incidents, bool isWhole) => ValueTask.CompletedTask;

    public ValueTask<ImmutableArray<NoticeDelivery>> Deliveries(NoticeQuery query) => ValueTask.FromResult<ImmutableArray<NoticeDelivery>>([]);

    public ValueTask<ImmutableArray<ChannelState>> Channels() => ValueTask.FromResult<ImmutableArray<ChannelState>>([]);
}
