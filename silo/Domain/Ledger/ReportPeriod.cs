using System.Globalization;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>A period that figures are asked for, in the business calendar.</summary>
public readonly record struct ReportPeriod(ReportSpan Span, BusinessPeriod Period)
{
    const string Trailing = "trailing";

    /// <summary>What is closed as one period of this kind; null for the trailing year, which is twelve months.</summary>
    public PeriodKind? Kind => Span switch
    {
        ReportSpan.Year => PeriodKind.Year,
        ReportSpan.Month => PeriodKind.Month,
        ReportSpan.Day => PeriodKind.Day,
        _ => null,
    };

    /// <summary>As in <c>trailing</c>, <c>2026</c>, <c>2026-10</c>, <c>2026-10-03</c>: what an address carries.</summary>
    public string Text => Span switch
    {
        ReportSpan.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        ReportSpan.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ReportSpan.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Trailing,
    };

    DateOnly First => BusinessCalendar.Shanghai.LocalDate(Period.From);

    /// <summary>The last twelve months that are closed as of an instant.</summary>
    public static ReportPeriod TrailingYear(DateTimeOffset now, ClosePolicy policy) =>
        new(ReportSpan.TrailingYear, BusinessCalendar.Shanghai.TwelveClosedMonths(now, policy.MonthCloseDay));

    public static ReportPeriod Of(PeriodKind kind, BusinessPeriod period) => new(
        kind switch { PeriodKind.Year => ReportSpan.Year, PeriodKind.Month => ReportSpan.Month, _ => ReportSpan.Day }, period);

    /// <summary>Reads <see cref="Text"/>; null or empty is the trailing year.</summary>
    public static bool TryParse(string? text, DateTimeOffset now, out ReportPeriod period)
    {
        var calendar = BusinessCalendar.Shanghai;
        period = text is null or "" or Trailing ? TrailingYear(now, ClosePolicy.Default)
            : IsDate(text, "yyyy", out var year) ? new(ReportSpan.Year, calendar.Year(year.Year))
            : IsDate(text, "yyyy-MM", out var month) ? new(ReportSpan.Month, calendar.Month(month.Year, month.Month))
            : IsDate(text, "yyyy-MM-dd", out var day) ? new(ReportSpan.Day, calendar.Day(day))
            : default;
        return period != default;
    }

    static bool IsDate(string text, string format, out DateOnly date) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
