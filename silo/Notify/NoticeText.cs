using System.Globalization;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
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
            : isChinese ? string.Create(CultureInfo.InvariantCulture, $"\n另有 {notice.HeldBack} 条通知被限流合并，未单独发送")
            : string.Create(CultureInfo.InvariantCulture, $"\n{notice.HeldBack} more notices were held back and are told by this one");
        var link = pages is null ? null : new Uri(pages, $"alarms/{notice.Incident}").AbsoluteUri;
        return new($"[{level}] {kind}: {reason}", $"{places}\n{count}{Impact(incident.Impact, isChinese)}{held}{(link is null ? "" : $"\n{link}")}", link);
    }

    /// <summary>At most one place after the point.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    // What is not known is not said to be nothing.
    static string Impact(IncidentImpact impact, bool isChinese)
    {
        if (impact.Racks == 0)
            return "";
        var power = impact.Power is { } known
            ? Number(known.Watts / 1_000) + " kW" + (impact.RacksOfUnknownPower == 0 ? ""
                : isChinese ? $"（{impact.RacksOfUnknownPower} 架功率未知）" : $" ({impact.RacksOfUnknownPower} racks not known)")
            : isChinese ? "功率未知" : "power not known";
        var jobs = impact.Jobs is { } some ? isChinese ? $"，站点计划作业 {some} 个" : $", {some} jobs planned at the site" : "";
        return isChinese ? $"\n影响：机柜 {impact.Racks} 架，{power}{jobs}" : $"\nImpact: {impact.Racks} racks, {power}{jobs}";
    }
}
