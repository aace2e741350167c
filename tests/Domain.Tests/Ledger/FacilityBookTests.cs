using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
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

    [Fact]
    public void The_leaves_of_a_figure_say_what_each_meter_gave()
    {
        var book = Book(
            MeterOf.Role(MeterRole.UtilityEntrance, "main", calibrationDue: new(2026, 3, 2)),
            MeterOf.Role(MeterRole.UpsOutput, "ups", calibrationDue: new(2026, 3, 3)),
            MeterOf.Role(MeterRole.UpsOutput, "gone", to: new(2026, 1, 1)));
        ReadEvenly(book, "main", Day.From.AddHours(-1), Day.To.AddHours(1), kilowatts: 130);
        ReadEvenly(book, "ups", Day.From.AddHours(-1), Day.From.AddHours(12), kilowatts: 100);

        var leaves = MeterEvidence.Of(book, Day);

        Assert.Equal(["main", "ups"], leaves.Select(leaf => leaf.Entry.Meter));
        Assert.Equal((Day.From, Day.To, 3_120_000), (leaves[0].First!.Value.At, leaves[0].Last!.Value.At, leaves[0].Energy.WattHours));
        Assert.Equal((96, 48), (leaves[0].Intervals[0], leaves[1].Intervals[0]));
        Assert.Equal((false, true), (leaves[0].IsCalibrated, leaves[1].IsCalibrated));
        Assert.Equal((0, 48), (leaves[0].Missing, leaves[1].Missing));
    }

    [Fact]
    public void Uncertainty_comes_from_the_classes_of_the_meters_that_counted()
    {
        var book = Book(
            MeterOf.Role(MeterRole.UtilityEntrance, "main"), MeterOf.Role(MeterRole.UpsOutput, "ups-a"),
            MeterOf.Role(MeterRole.UpsOutput, "ups-b"), MeterOf.Role(MeterRole.PduOutput, "pdu", accuracy: null));
        foreach (var (meter, kilowatts) in new[] { ("main", 130.0), ("ups-a", 50), ("ups-b", 50), ("pdu", 98) })
            ReadEvenly(book, meter, Day.From, Day.To, kilowatts);

        PueUncertainty? Of(PueCategory category) =>
            RoleUncertainty.OfPue(MeterOf.Facility, book.Registry, book.SeriesOf(Day), Day, Calendar, category);

        Assert.Equal(Math.Sqrt(0.25 + 0.125), Of(PueCategory.Category1)!.Value.Relative.Percent, 9);
        Assert.Null(Of(PueCategory.Category2));
    }

    [Fact]
    public void Closes_what_is_due_once_and_restates_only_what_late_data_reaches()
    {
        var book = Book(MeterOf.Role(MeterRole.UtilityEntrance, "main"));
        var april = Calendar.Month(2026, 4);
        ReadEvenly(book, "main", april.From, april.From.AddDays(9.5), kilowatts: 100);
        ReadEvenly(book, "main", april.From.AddDays(10.5), april.To, kilowatts: 100, offsetHours: 10.5 * 24);

        var first = book.CloseDue(Calendar.Day(new(2026, 5, 5)).From);

        Assert.Equal(32, first.Length);
        Assert.Equal((PeriodKind.Month, april), (first[^1].Kind, first[^1].Period));
        Assert.Empty(book.CloseDue(Calendar.Day(new(2026, 5, 5)).From));
        book.Take("main", new RegisterReading(april.From.AddDays(10), (10 * 24 * 100_000) - 40_000));
        var restated = book.CloseDue(Calendar.Day(new(2026, 5, 5)).From.AddHours(1));
        Assert.Equal([10, 11], restated.Select(day => Calendar.LocalDate(day.Period.From).Day));
        Assert.All(restated, day => Assert.Equal((2, "late data"), (day.Current.Number, day.Current.Reason)));
    }

    [Fact]
    public void An_accepted_correction_restates_what_it_reaches()
    {
        var book = Book(MeterOf.Role(MeterRole.UtilityEntrance, "main"));
        ReadEvenly(book, "main", Day.From, Day.To.AddDays(1), kilowatts: 100);
        book.CloseDue(Day.To.AddDays(4));
        var done = (CorrectionAnswer.Done)Correction.Propose(
            "C-1", new(MeterOf.Facility, "main", CorrectionKind.SubstituteEnergy, Day.From, Day.From.AddHours(1), Energy: new(7)),
            [new("bill.pdf", Digest.Of("bill"))], new("li.wei", ActorRole.Operator), "meter was bypassed", Day.To);

        book.Take(done.Correction);
        Assert.Empty(book.CloseDue(Day.To.AddDays(4)));
        book.Take(((CorrectionAnswer.Done)done.Correction.Accept(new("zhang.min", ActorRole.Regulator), "", Day.To)).Correction);

        Assert.Equal([Day], book.CloseDue(Day.To.AddDays(4), "correction C-1").Select(closed => closed.Period));
    }

    [Fact]
    public void Fuels_and_water_are_counted_by_their_meters_and_liquid_fuel_not_beside_a_metered_generator()
    {
        var main = MeterOf.Role(MeterRole.UtilityEntrance, "main");
        var ups = MeterOf.Role(MeterRole.UpsOutput, "ups");
        var gas = MeterOf.Role(MeterRole.Fuel, "gas") with { Carrier = MeterCarrier.NaturalGas };
        var diesel = MeterOf.Role(MeterRole.Fuel, "diesel") with { Carrier = MeterCarrier.Diesel };
        var water = MeterOf.Role(MeterRole.Water, "water") with { Carrier = MeterCarrier.Water };
        FacilityPeriod With(params RegisteredMeter[] meters)
        {
            var book = Book(meters);
            foreach (var (meter, perHour) in new[] { ("main", 100.0), ("ups", 100), ("gas", 4), ("diesel", 1), ("water", 2), ("generator", 0) })
                ReadEvenly(book, meter, Day.From, Day.To, perHour);
            return book.EnergyOf(Day);
        }

        var both = With(main, ups, gas, diesel, water);
        var generator = With(main, ups, gas, diesel, MeterOf.Role(MeterRole.Generator, "generator"));

        Assert.Equal((96 * 10_500) + (24_000 * 9_900L), both.OtherCarriers.WattHours);
        Assert.Equal(96 * 10_500, generator.OtherCarriers.WattHours);
        Assert.Equal(48_000, both.Water!.Value.Litres);
        Assert.Equal(20, new WaterUsageEffectiveness().Compute(both)!.Value, 9);
        Assert.Null(generator.Water);
    }

    [Fact]
    public void Cooling_is_estimated_by_days_that_were_as_warm()
    {
        var book = Book(MeterOf.Role(MeterRole.Cooling, "cooling"));
        var position = 0.0;
        for (var day = -28; day < 0; day++)
        {
            var isWarm = day is -3 or -4;
            book.TakeOutdoor(new DateOnly(2026, 3, 2).AddDays(day), isWarm ? 20 : 5);
            for (var quarter = 0; quarter <= 96; quarter++)
                book.Take("cooling", new RegisterReading(Day.From.AddDays(day).AddMinutes(15 * quarter), position += quarter == 0 ? 0 : isWarm ? 1_500 : 1_000));
        }

        var mild = book.SeriesOf(Day)["cooling"];
        book.TakeOutdoor(new(2026, 3, 2), 20);
        var warm = book.SeriesOf(Day)["cooling"];

        Assert.Equal((1_000, IntervalQuality.Estimated), (mild[mild.Count - 1].WattHours, mild[mild.Count - 1].Quality));
        Assert.Equal(1_500, warm[warm.Count - 1].WattHours);
    }

    static double Pue(FacilityBook book, BusinessPeriod period) =>
        PueFigure.Of(book.EnergyOf(period), PueCategory.Category1, 0)!.Value!.Value.Value;

    static void ReadEvenly(FacilityBook book, string meter, DateTimeOffset from, DateTimeOffset to, double kilowatts, double offsetHours = 0)
    {
        for (var at = from; at <= to; at = at.AddMinutes(15))
            book.Take(meter, new RegisterReading(at, ((at - from).TotalHours + offsetHours) * kilowatts * 1_000));
    }

    static FacilityBook Book(params RegisteredMeter[] meters) => new(MeterOf.Facility, new(meters), Calendar, ClosePolicy.Default);
}
