using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Signing.Tests;

/// <summary>A small facility's closed day as it is filed: two meters, a lost stretch.</summary>
static class FiledDay
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2026, 3, 2));

    public static readonly DateTimeOffset FiledAt = Day.To.AddDays(4);

    public static FacilityStatement Statement()
    {
        var facility = FacilityId.Parse("NJ-01");
        var registry = new MeterRegistry([Meter(facility, "main", MeterRole.UtilityEntrance, null), Meter(facility, "ups", MeterRole.UpsOutput, "main")]);
        var book = new FacilityBook(facility, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        for (var minute = -60; minute <= 25 * 60; minute += 15)
        {
            book.Take("main", new RegisterReading(Day.From.AddMinutes(minute), 130_000 * (minute + 60) / 60.0));
            if (minute is < 300 or > 420)
                book.Take("ups", new RegisterReading(Day.From.AddMinutes(minute), 100_000 * (minute + 60) / 60.0));
        }

        book.Close(PeriodKind.Day, Day, Day.To.AddDays(3));
        return FacilityStatement.Of(book, PeriodKind.Day, Day, [], FiledAt);
    }

    static RegisteredMeter Meter(FacilityId facility, string name, MeterRole role, string? parent) => new(
        facility, name, role, MeterCarrier.Electricity, parent, null, null, 200_000, 1, null, 0.5, null, null, null, false,
        new(2026, 1, 1), null);
}
