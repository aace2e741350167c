using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>When what is provisional becomes final. Everything is counted in local days of the business calendar.</summary>
/// <param name="Watermark">How long an interval may change without a revision.</param>
/// <param name="DaysToDayClose">Local midnights after the end of a day.</param>
/// <param name="MonthCloseDay">Day of the following month.</param>
/// <param name="YearCloseDay">Day of the following January.</param>
public sealed record ClosePolicy(TimeSpan Watermark, int DaysToDayClose, int MonthCloseDay, int YearCloseDay)
{
    /// <summary>72 hours, three days, the fifth, 31 January.</summary>
    public static ClosePolicy Default { get; } = new(TimeSpan.FromHours(72), 3, 5, 31);

    /// <summary>Instant at which a period becomes final.</summary>
    public DateTimeOffset ClosesAt(PeriodKind kind, BusinessPeriod period, BusinessCalendar calendar)
    {
        var next = calendar.LocalDate(period.To);
        return calendar.Day(kind switch
        {
            PeriodKind.Day => next.AddDays(DaysToDayClose),
            PeriodKind.Month => new DateOnly(next.Year, next.Month, MonthCloseDay),
            PeriodKind.Year => new DateOnly(next.Year, 1, YearCloseDay),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a kind of period."),
        }).From;
    }

    /// <summary>
    /// Every period from the day of an instant on that is to be closed by now: days, then months, then years, each in
    /// order.
    /// </summary>
    public IEnumerable<(PeriodKind Kind, BusinessPeriod Period)> Due(DateTimeOffset first, DateTimeOffset now, BusinessCalendar calendar) =>
        Due(PeriodKind.Day, calendar.DayOf, first, now, calendar)
            .Concat(Due(PeriodKind.Month, calendar.MonthOf, first, now, calendar))
            .Concat(Due(PeriodKind.Year, calendar.YearOf, first, now, calendar));

    IEnumerable<(PeriodKind Kind, BusinessPeriod Period)> Due(
        PeriodKind kind, Func<DateTimeOffset, BusinessPeriod> periodOf, DateTimeOffset first, DateTimeOffset now, BusinessCalendar calendar)
    {
        for (var period = periodOf(first); ClosesAt(kind, period, calendar) <= now; period = periodOf(period.To))
            yield return (kind, period);
    }

    /// <summary>Whether an interval that began then may still change without a revision.</summary>
    public bool IsProvisional(DateTimeOffset intervalFrom, DateTimeOffset now) => now - intervalFrom < Watermark;
}
