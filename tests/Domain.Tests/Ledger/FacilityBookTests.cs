using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Ledger;

public sealed class FacilityBookTests
{
    static readonly BusinessCalendar Calendar = BusinessCalendar.Shanghai;
    static readonly BusinessPeriod Day = Calendar.Day(new(2026, 3, 2));

    [Fact]
    public void Yesterdays_figure_uses_yesterdays_boundary()
    {
        var book = Book(
            MeterOf.Role(MeterRole.UtilityEntrance, "main"),
            MeterOf.Role(MeterRole.UpsOutput, "ups-a", to: new(2026, 3, 2)),
            MeterOf.Role(MeterRole.UpsOutput, "ups-b", from: new(2026, 3, 2)));
        var yesterday = Calendar.Day(new(2026, 3, 1));
        ReadEvenly(book, "main", yesterday.From, Day.To, kilowatts: 130);
        ReadEvenly(book, "ups-a", yesterday.From, Day.To, kilowatts: 100);
        ReadEvenly(book, "ups-b", yesterday.From, Day.To, kilowatts: 104);

        Assert.Equal(1.3, Pue(book, yesterday), 9);
        Assert.Equal(1.25, Pue(book, Day), 9);
    }

    [Fact]
    public void Nothing_is_closed_before_its_time()
    {
        var book = Book(MeterOf.Role(MeterRole.UtilityEntrance, "main"));

        book.Close(PeriodKind.Day, Day, Day.To.AddDays(3).AddTicks(-1));
        Assert.Null(book[PeriodKind.Day, Day]);

        book.Close(PeriodKind.Day, Day, Day.To.AddDays(3));
        Assert.NotNull(book[PeriodKind.Day, Day]);
    }

    [Fact]
    public void Gaps_are_filled_in_their_order_span_balance_power_week()
    {
        var book = Book(
            MeterOf.Role(MeterRole.UtilityEntrance, "main"), MeterOf.Role(MeterRole.UpsOutput, "ups", "main"),
            MeterOf.Role(MeterRole.Cooling, "cooling", "main"));
        ReadEvenly(book, "main", Day.From.AddDays(-28), Day.To, kilowatts: 130);
        ReadEvenly(book, "cooling", Day.From.AddDays(-28), Day.From, kilowatts: 30);
        ReadEvenly(book, "ups", Day.From.AddDays(-28), Day.From.AddHours(8), kilowatts: 100);
        for (var minute = 0; minute <= 120; minute += 15)
            book.Take("cooling", new PowerSample(Day.From.AddMinutes(minute), Power.FromKilowatts(32)));
        for (var minute = 480; minute <= 600; minute += 15)
            book.Take("cooling", new PowerSample(Day.From.AddMinutes(minute), Power.FromKilowatts(32)));

        var series = book.SeriesOf(Day);

        var cooling = series["cooling"];
        var first = cooling.IndexOf(Day.From);
        Assert.Equal((7_500, IntervalQuality.Calculated), (cooling[first].WattHours, cooling[first].Quality));
        Assert.Equal((8_000, IntervalQuality.Estimated), (cooling[first + 32].WattHours, cooling[first + 32].Quality));
        Assert.Equal((7_500, IntervalQuality.Estimated), (cooling[first + 95].WattHours, cooling[first + 95].Quality));
        Assert.Equal((25_000, IntervalQuality.Estimated), (series["ups"][first + 95].WattHours, series["ups"][first + 95].Quality));
    }

    [Fact]
    public void A_month_is_the_sum_of_its_days_to_the_watt_hour()
    {
        var book = Book(MeterOf.Role(MeterRole.UtilityEntrance, "main"), MeterOf.Role(MeterRole.UpsOutput, "ups"));
        var month = Calendar.Month(2026, 3);
        ReadEvenly(book, "main", month.From.AddHours(-7), month.To.AddHours(1), kilowatts: 130.123457);
        ReadEvenly(book, "ups", month.From.AddHours(-7), month.To.AddHours(1), kilowatts: 100.765433);

        var days = Calendar.DaysOf(month).Select(day => book.EnergyOf(day)).ToList();

        Assert.Equal(31, days.Count);
        Assert.Equal(
            book.EnergyOf(month).Pue(PueCategory.Category1),
            days.Aggregate(default(PairedEnergy), (sum, day) => sum + day.Pue(PueCategory.Category1)));
        var closed = days.Select((day, index) => ClosedDay.Of(0, new DateOnly(2026, 3, 1).AddDays(index), day, PueCategory.Category1)!.Value).ToArray();
        Assert.Equal(Pue(book, month), ClosedDay.Sum(closed)!.Value.Pue.Value, 12);
    }

    static double Pue(FacilityBook book, BusinessPeriod period) =>
        PueFigure.Of(book.EnergyOf(period), PueCategory.Category1, 0)!.Value!.Value.Value;

    static void ReadEvenly(FacilityBook book, string meter, DateTimeOffset from, DateTimeOffset to, double kilowatts)
    {
        for (var at = from; at <= to; at = at.AddMinutes(15))
            book.Take(meter, new RegisterReading(at, (at - from).TotalHours * kilowatts * 1_000));
    }

    static FacilityBook Book(params RegisteredMeter[] meters) => new(MeterOf.Facility, new(meters), Calendar, ClosePolicy.Default);
}
