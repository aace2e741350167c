using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Books over the history store: readings of the period and the four weeks before, with the nearest ones on both sides.</summary>
public sealed class HistoryBooks(IHistoryReader history, DeskRecords desk, LedgerSettings settings) : IBookSource
{
    /// <summary>How far a register may have been silent for its energy to be told to the days in between.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(60);

    public async Task<FacilityBook> OpenAsync(FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken)
    {
        var wide = FacilityBook.WithBackground(period);
        var registry = await desk.RegistriesAsync(newestOnly: true, cancellationToken) is [.., var last] ? last.Registry : settings.Meters;
        var book = new FacilityBook(facility, registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        foreach (var reading in await history.MeterReadingsAsync(facility, null, wide.From, wide.To, Reach, cancellationToken))
        {
            if (reading.Register is { } register)
                book.Take(reading.Meter, register);
            else if (reading.Sample is { } sample)
                book.Take(reading.Meter, sample);
        }

        foreach (var (day, celsius) in await desk.OutdoorAsync(facility, wide, cancellationToken))
            book.TakeOutdoor(day, celsius);
        foreach (var correction in await desk.CorrectionsAsync(facility, cancellationToken))
        {
            if (correction.State == CorrectionState.Accepted)
                book.Take(correction);
        }

        return book;
    }

    public Task<DateTimeOffset?> FirstReadingAsync(FacilityId facility, CancellationToken cancellationToken) =>
        history.FirstMeterReadingAsync(facility, cancellationToken);

    public Task<ImmutableArray<RackEnergySum>> RackEnergyAsync(
        FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken) =>
        history.EnergyByRackAsync(facility, period.From, period.To, cancellationToken);

    public async Task<BusinessPeriod> NeighboursAsync(FacilityId facility, BusinessPeriod stretch, CancellationToken cancellationToken)
    {
        var to = stretch.To > stretch.From ? stretch.To : stretch.From.AddTicks(1);
        var readings = await history.MeterReadingsAsync(facility, null, stretch.From, stretch.From.AddTicks(1), Reach, cancellationToken);
        var from = readings.Where(reading => reading.At < stretch.From).Select(reading => reading.At).DefaultIfEmpty(stretch.From).Min();
        if (to == DateTimeOffset.MaxValue)
            return new(from, to);

        var after = await history.MeterReadingsAsync(facility, null, to, to.AddTicks(1), Reach, cancellationToken);
        return new(from, after.Where(reading => reading.At > to).Select(reading => reading.At).DefaultIfEmpty(to).Max());
    }

    public async Task<ImmutableArray<RegisterReading>> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, CancellationToken cancellationToken) =>
    [
        .. (await history.MeterReadingsAsync(facility, meter, period.From, period.To, TimeSpan.Zero, cancellationToken))
            .Select(reading => reading.Register).OfType<RegisterReading>(),
    ];
}
