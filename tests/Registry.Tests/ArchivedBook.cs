using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Registry.Tests;

/// <summary>A book of two meters, read hourly, one of them silent for a day.</summary>
static class ArchivedBook
{
    public static FacilityBook Of(FacilityId facility, BusinessPeriod period)
    {
        var registry = new MeterRegistry(
            [Meter(facility, "main", MeterRole.UtilityEntrance, null), Meter(facility, "ups", MeterRole.UpsOutput, "main")]);
        var book = new FacilityBook(facility, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        for (var at = period.From; at <= period.To; at += TimeSpan.FromHours(1))
        {
            book.Take("main", new RegisterReading(at, 130_000 * (at - period.From).TotalHours));
            if (at < period.From.AddDays(10))
                book.Take("ups", new RegisterReading(at, 100_000 * (at - period.From).TotalHours));
        }

        return book;
    }

    static RegisteredMeter Meter(FacilityId facility, string meter, MeterRole role, string? parent) => new(
        facility, meter, role, MeterCarrier.Electricity, parent, new(400, 5, 0.2), null, 200_000, 1, 99_999_999, 0.5, new(2025, 1, 1),
        new(2030, 1, 1), $"S-{meter}", false, new(2025, 1, 1), null);
}
