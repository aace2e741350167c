using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Topology;

public sealed class BusinessCalendarTests
{
    [Fact]
    [Trait("Vector", "M13")]
    public void Begins_a_month_at_local_midnight()
    {
        var january = BusinessCalendar.Shanghai.Month(2026, 1);

        Assert.Equal(new(2025, 12, 31, 16, 0, 0, TimeSpan.Zero), january.From);
        Assert.Equal(new(2026, 1, 31, 16, 0, 0, TimeSpan.Zero), january.To);
        Assert.Equal(744, january.Length.TotalHours);
    }

    [Theory]
    [Trait("Vector", "M14")]
    [InlineData("Europe/Berlin", 2026, 3, 29, 23)]
    [InlineData("Europe/Berlin", 2026, 10, 25, 25)]
    [InlineData("Asia/Shanghai", 2026, 3, 29, 24)]
    public void Counts_the_hours_of_a_day_and_does_not_assume_them(string zone, int year, int month, int day, int hours)
    {
        var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(hours, calendar.Day(new DateOnly(year, month, day)).Length.TotalHours);
    }

    [Theory]
    [InlineData("2026-03-01T15:59:59Z", "2026-02-28T16:00:00Z")]
    [InlineData("2026-03-01T16:00:00Z", "2026-03-01T16:00:00Z")]
    public void Finds_the_day_and_month_of_an_instant(string instant, string from)
    {
        var at = DateTimeOffset.Parse(instant, null);

        Assert.Equal(DateTimeOffset.Parse(from, null), BusinessCalendar.Shanghai.DayOf(at).From);
        Assert.True(BusinessCalendar.Shanghai.DayOf(at).Contains(at));
        Assert.True(BusinessCalendar.Shanghai.MonthOf(at).Contains(at));
        Assert.False(BusinessCalendar.Shanghai.DayOf(at).Contains(BusinessCalendar.Shanghai.DayOf(at).To));
    }

    [Fact]
    public void Begins_a_day_whose_midnight_does_not_exist_at_its_first_instant()
    {
        // Lebanon put its clocks forward at midnight on 30 March 2025.
        var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut"));

        var day = calendar.Day(new DateOnly(2025, 3, 30));

        Assert.Equal(23, day.Length.TotalHours);
    }

    [Fact]
    [Trait("Vector", "M17")]
    public void Gives_a_leap_year_its_8784_hours_while_the_characteristic_method_keeps_8760()
    {
        Assert.Equal(8_784, BusinessCalendar.Shanghai.Year(2028).Length.TotalHours);
        Assert.Equal(8_760, BusinessCalendar.Shanghai.Year(2026).Length.TotalHours);
        Assert.Equal(8_760, DcOps.Domain.Kpis.CharacteristicRatio.HoursOfYear);
    }

    [Fact]
    [Trait("Vector", "M21")]
    public void Rolls_over_the_last_twelve_closed_months()
    {
        var onCloseDay = new DateTimeOffset(2026, 4, 5, 8, 0, 0, TimeSpan.FromHours(8));

        var window = BusinessCalendar.Shanghai.TwelveClosedMonths(onCloseDay, closeDay: 5);

        Assert.Equal(new(2025, 3, 31, 16, 0, 0, TimeSpan.Zero), window.From);
        Assert.Equal(new(2026, 3, 31, 16, 0, 0, TimeSpan.Zero), window.To);
        Assert.Equal(8_760, window.Length.TotalHours);
        Assert.Equal(BusinessCalendar.Shanghai.Month(2026, 3).From, BusinessCalendar.Shanghai.TwelveClosedMonths(onCloseDay.AddDays(-1), 5).To);
    }
}
