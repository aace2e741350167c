using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Ledger;

public sealed class RedeclaredBoundaryTests
{
    static readonly BusinessCalendar Calendar = BusinessCalendar.Shanghai;
    static readonly BusinessPeriod First = Calendar.Day(new(2026, 3, 1));
    static readonly BusinessPeriod Second = Calendar.Day(new(2026, 3, 2));

    [Fact]
    public void A_boundary_that_was_wrong_restates_from_its_day_on_and_leaves_the_days_before()
    {
        var (main, ups) = (MeterOf.Role(MeterRole.UtilityEntrance, "main"), MeterOf.Role(MeterRole.UpsOutput, "ups"));
        var book = Book(main, ups);

        book.Take(new MeterRegistry([main, ups with { ValidTo = new(2026, 3, 2) }, ups with { ValidFrom = new(2026, 3, 2), Current = new(2, 1) }]));
        var restated = book.CloseDue(Second.To.AddDays(3), "the transformer of ups was wrong");

        var day = Assert.Single(restated);
        Assert.Equal((Second, 2, "the transformer of ups was wrong"), (day.Period, day.Current.Number, day.Current.Reason));
        Assert.Equal(1.3, Pue(day[1]), 9);
        Assert.Equal(0.65, Pue(day[2]), 9);
        Assert.Equal(1, book[PeriodKind.Day, First]!.Current.Number);
    }

    [Fact]
    public void A_book_goes_on_from_what_a_store_has_kept()
    {
        var (main, ups) = (MeterOf.Role(MeterRole.UtilityEntrance, "main"), MeterOf.Role(MeterRole.UpsOutput, "ups"));
        var kept = Book(main, ups).Closed.ToList();
        var book = new FacilityBook(MeterOf.Facility, new([main, ups]), Calendar, ClosePolicy.Default);

        foreach (var closed in kept)
            book.Take(closed);
        Read(book);

        Assert.Empty(book.CloseDue(Second.To.AddDays(3)));
        Assert.Equal(kept, book.Closed);
    }

    static FacilityBook Book(params RegisteredMeter[] meters)
    {
        var book = new FacilityBook(MeterOf.Facility, new(meters), Calendar, ClosePolicy.Default);
        Read(book);
        Assert.Equal(2, book.CloseDue(Second.To.AddDays(3)).Length);
        return book;
    }

    static void Read(FacilityBook book)
    {
        for (var at = First.From; at <= Second.To; at = at.AddMinutes(15))
        {
            book.Take("main", new RegisterReading(at, (at - First.From).TotalHours * 130_000));
            book.Take("ups", new RegisterReading(at, (at - First.From).TotalHours * 100_000));
        }
    }

    static double Pue(PeriodRevision revision) => revision.Totals[PueCategory.Category1]!.Value!.Value.Value;
}
