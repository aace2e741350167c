using System.Globalization;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Alarms.Wording;

namespace DcOps.Notify;

/// <summary>Words of notices: level and what happened first, then where, how many, and what the rate limit kept.</summary>
public sealed class NoticeText(Uri? pages)
{
    static readonly AlarmWording Chinese = AlarmWording.Chinese(NotificationParts.Zone);
    static readonly AlarmWording English = AlarmWording.English(NotificationParts.Zone);

    public NoticeWords Of(Notice notice, NotifiedIncident incident, bool isChinese)
    {
        var level = (isChinese, notice.Priority) switch
        {
            (true, AlarmPriority.Critical) => "紧急",
            (true, AlarmPriority.Major) => "重要",
            (true, AlarmPriority.Minor) => "次要",
            (true, _) => "提示",
            (false, var priority) => priority.ToString(),
        };
        var kind = (isChinese, notice.Kind) switch
        {
            (true, NoticeKind.Raised) => "产生",
            (true, NoticeKind.Escalated) => "无人确认，升级",
            (true, NoticeKind.Worsened) => "加重",
            (true, NoticeKind.Repeated) => "仍未处理",
            (true, _) => "已恢复",
            (false, NoticeKind.Raised) => "raised",
            (false, NoticeKind.Escalated) => "nobody acknowledged",
            (false, NoticeKind.Worsened) => "worsened",
            (false, NoticeKind.Repeated) => "still open",
            (false, _) => "over",
        };
        var reason = (isChinese ? Chinese : English).Of(notice.Reason);
        var places = string.Join(", ", incident.Locations.Take(5).Select(location => location.Path)) + (incident.Locations.Length > 5 ? " …" : "");
        var count = isChinese ? $"告警 {notice.Alarms} 条，未确认 {incident.Unacknowledged} 条" : $"{notice.Alarms} alarms, {incident.Unacknowledged} not acknowledged";
        var held = notice.HeldBack == 0 ? ""
            : isChinese ? string.Create(CultureInfo.InvariantCulture, $"\n限流期间另有 {notice.HeldBack} 条通知未单独发送")
            : string.Create(CultureInfo.InvariantCulture, $"\n{notice.HeldBack} more notices were held back by the rate limit");
        var link = pages is null ? null : new Uri(pages, $"alarms/{notice.Incident}").AbsoluteUri;
        return new($"[{level}] {kind}: {reason}", $"{places}\n{count}{held}{(link is null ? "" : $"\n{link}")}", link);
    }
}
