using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Upload.Items;

namespace DcOps.Upload.Spool;

/// <summary>When an item is due, and how long it counts as live.</summary>
public static class LiveTimes
{
    /// <summary>Quarter-hours go two minutes after their end, days at 00:10, months on the first at 00:30, local time.</summary>
    public static TimeSpan DueAfter(ItemSpan span) => span switch
    {
        ItemSpan.Quarter => TimeSpan.FromMinutes(2),
        ItemSpan.Day => TimeSpan.FromMinutes(10),
        ItemSpan.Month => TimeSpan.FromMinutes(30),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "is not a span."),
    };

    /// <summary>After it an item that still waits is part of the backlog.</summary>
    public static TimeSpan LiveFor(ItemSpan span) => span switch
    {
        ItemSpan.Quarter => TimeSpan.FromHours(1),
        ItemSpan.Day => TimeSpan.FromHours(36),
        ItemSpan.Month => TimeSpan.FromHours(72),
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "is not a span."),
    };

    public static UploadLane LaneOf(UploadItem item, DateTimeOffset now)
    {
        var since = now - item.PeriodEnd;
        return since < DueAfter(item.Span) ? UploadLane.Later
            : since <= LiveFor(item.Span) ? UploadLane.Live
            : UploadLane.Backlog;
    }

    /// <summary>Local days that a live item can have begun on, in order.</summary>
    public static ImmutableArray<DateOnly> Days(DateTimeOffset now)
    {
        var today = BusinessCalendar.Shanghai.LocalDate(now);
        var monthBefore = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        return [.. new[] { monthBefore, today.AddDays(-3), today.AddDays(-2), today.AddDays(-1), today }.Distinct().Order()];
    }
}
