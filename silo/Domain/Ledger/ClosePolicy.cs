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

    /// <summary>Whether an interval that began then may still change without a revision.</summary>
    public bool IsProvisional(DateTimeOffset intervalFrom, DateTimeOffset now) => now - intervalFrom < Watermark;
}
