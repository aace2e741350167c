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
