using DcOps.Domain.Alarms.Notification;

namespace DcOps.Contracts.Alarms;

/// <summary>Plans and records who is told of what. Key: the province id. One in the cluster, so nobody is told twice.</summary>
[Alias("notification")]
public interface INotificationGrain : IGrainWithStringKey
{
    /// <summary>
    /// What changed at a facility; it completes when what follows is stored. Told again after a restart, it changes nothing.
    /// </summary>
    /// <param name="isWhole">Whether these are all of the facility's incidents that are open: others are over and were forgotten there.</param>
    [Alias("Report")]
    ValueTask Report(string facility, ImmutableArray<NotifiedIncident> incidents, bool isWhole);

    [Alias("Deliveries")]
    ValueTask<ImmutableArray<NoticeDelivery>> Deliveries(NoticeQuery query);

    [Alias("Channels")]
    ValueTask<ImmutableArray<ChannelState>> Channels();
}
