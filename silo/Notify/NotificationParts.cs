using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Topology;

namespace DcOps.Notify;

/// <summary>What the notification grain is given.</summary>
/// <param name="Policy">Who is told of what; without routes nobody is.</param>
/// <param name="Facilities">How many facilities report before it is known what is open.</param>
public sealed record NotificationParts(
    NotificationPolicy Policy, ImmutableDictionary<string, DutyRoster> Rosters, INoticeStore Store, INoticeSender Sender, int Facilities,
    TimeProvider Time)
{
    public static TimeZoneInfo Zone => BusinessCalendar.Shanghai.Zone;
}
