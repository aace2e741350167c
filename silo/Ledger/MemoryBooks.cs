using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Books that are given as they are, by facility: for tests and trials.</summary>
public sealed class MemoryBooks(IReadOnlyDictionary<FacilityId, FacilityBook> books) : IBookSource
{
    /// <summary>Rack minutes to sum, of any facility.</summary>
    public ImmutableArray<RackMinute> RackMinutes { get; init; } = [];

    public Task<ImmutableArray<RackEnergySum>> RackEnergyAsync(
        FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RackEnergySum>>(
        [
            .. RackMinutes.Where(row => row.Rack.Facility == facility && row.Energy is not null && period.Contains(row.Minute))
                .GroupBy(row => row.Rack).OrderBy(group => group.Key.Value, StringComparer.Ordinal)
                .Select(group => new RackEnergySum(
                    group.Key, new(group.Sum(row => row.Energy!.Value.WattHours)),
                    new(group.Where(row => row.Quality == IntervalQuality.Estimated).Sum(row => row.Energy!.Value.WattHours)), group.Count())),
        ]);

    public Task<FacilityBook> OpenAsync(FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken) =>
        Task.FromResult(books.TryGetValue(facility, out var book)
            ? book
            : new(facility, MeterRegistry.Empty, BusinessCalendar.Shanghai, ClosePolicy.Default));

    public Task<DateTimeOffset?> FirstReadingAsync(FacilityId facility, CancellationToken cancellationToken) =>
        Task.FromResult(books.TryGetValue(facility, out var book)
            ? book.Registry.MetersOf(facility)
                .Select(meter => book.RawReadings(meter, new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1))))
                .Where(readings => readings.Length > 0).Select(readings => (DateTimeOffset?)readings[0].At).Min()
            : null);

    public Task<BusinessPeriod> NeighboursAsync(FacilityId facility, BusinessPeriod stretch, CancellationToken cancellationToken) =>
        Task.FromResult(stretch);

    public Task<ImmutableArray<RegisterReading>> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RegisterReading>>(books.TryGetValue(facility, out var book)
            ? [.. book.RawReadings(meter, period).Where(reading => period.Contains(reading.At))]
            : []);
}
