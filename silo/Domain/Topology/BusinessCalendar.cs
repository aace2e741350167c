namespace DcOps.Domain.Topology;

/// <summary>Days and months as regulators count them: in local time, whatever the zone of a store or a server (vectors M13, M14).</summary>
public sealed class BusinessCalendar(TimeZoneInfo zone)
{
    /// <summary>The province's calendar: UTC+8; China has had no daylight saving time since 1991, so no zone database is asked.</summary>
    public static BusinessCalendar Shanghai { get; } = new(
        TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai"));

    public TimeZoneInfo Zone => zone;

    /// <summary>The local day that holds the instant.</summary>
    public BusinessPeriod DayOf(DateTimeOffset instant) => Day(LocalDate(instant));

    /// <summary>The local month that holds the instant.</summary>
    public BusinessPeriod MonthOf(DateTimeOffset instant)
    {
        var date = LocalDate(instant);
        return Month(date.Year, date.Month);
    }

    public BusinessPeriod Day(DateOnly date) => new(StartOf(date), StartOf(date.AddDays(1)));

    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public BusinessPeriod Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new(StartOf(first), StartOf(first.AddMonths(1)));
    }

    /// <summary>A calendar year; 8 784 hours where it is a leap year (vector M17).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such year.</exception>
    public BusinessPeriod Year(int year) =>
        new(StartOf(new DateOnly(year, 1, 1)), StartOf(new DateOnly(year, 1, 1).AddYears(1)));

    /// <summary>The local year that holds the instant.</summary>
    public BusinessPeriod YearOf(DateTimeOffset instant) => Year(LocalDate(instant).Year);

    /// <summary>
    /// The last twelve closed months as of an instant: what regulators mean by a year in passing (vector M21).
    /// </summary>
    /// <param name="closeDay">Day of the following month, at its local midnight, on which a month is closed.</param>
    public BusinessPeriod TwelveClosedMonths(DateTimeOffset instant, int closeDay)
    {
        var date = LocalDate(instant);
        var openMonth = new DateOnly(date.Year, date.Month, 1);
        var end = date.Day >= closeDay ? openMonth : openMonth.AddMonths(-1);
        return new(StartOf(end.AddYears(-1)), StartOf(end));
    }

    /// <summary>The local days of a period, in order; the first and last may reach beyond it.</summary>
    public IEnumerable<BusinessPeriod> DaysOf(BusinessPeriod period)
    {
        for (var date = LocalDate(period.From); StartOf(date) < period.To; date = date.AddDays(1))
            yield return Day(date);
    }

    public DateOnly LocalDate(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight, the day begins at the first time that exists.
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
