using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Grains.Tests;

/// <summary>A history in which nothing happened, but for the minutes that the test puts there.</summary>
sealed class EmptyHistory : IHistoryReader
{
    public List<RackMinute> RackMinutes { get; } = [];

    public List<FacilityMinute> FacilityMinutes { get; } = [];

    public Task<ImmutableArray<RackMinute>> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RackMinute>>([.. RackMinutes.Where(row => row.Rack == rack && row.Minute >= from && row.Minute < to)]);

    public Task<ImmutableArray<FacilityMinute>> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<FacilityMinute>>(
            [.. FacilityMinutes.Where(row => row.Facility == facility && row.Minute >= from && row.Minute < to)]);

    public Task<ImmutableArray<FacilityInterval>> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<FacilityInterval>>([]);

    public Task<ImmutableArray<FacilityRoleEnergy>> EnergyByFacilityAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<FacilityRoleEnergy>>([]);

    public Task<ImmutableArray<RackEnergySum>> EnergyByRackAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RackEnergySum>>(
        [
            .. RackMinutes.Where(row => row.Rack.Facility == facility && row.Energy is not null && row.Minute >= from && row.Minute < to)
                .GroupBy(row => row.Rack)
                .Select(group => new RackEnergySum(
                    group.Key, new(group.Sum(row => row.Energy!.Value.WattHours)), Energy.Zero, group.Count())),
        ]);

    public Task<ImmutableArray<MeterReading>> MeterReadingsAsync(
        FacilityId facility, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<MeterReading>>([]);

    public Task<DateTimeOffset?> FirstMeterReadingAsync(FacilityId facility, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(null);
}
