using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Ledger.Tests;

/// <summary>A history store of meter readings in memory, which can be away.</summary>
sealed class StoredReadings : IHistoryReader
{
    readonly SortedDictionary<(string Meter, DateTimeOffset At), MeterReading> _rows = [];

    public bool IsAway { get; set; }

    public int Asked { get; private set; }

    public void Add(IEnumerable<MeterReading> rows)
    {
        foreach (var row in rows)
            _rows[(row.Meter, row.At)] = row;
    }

    public void RemoveWhere(Func<MeterReading, bool> isRemoved)
    {
        foreach (var key in _rows.Where(row => isRemoved(row.Value)).Select(row => row.Key).ToList())
            _rows.Remove(key);
    }

    public Task<ImmutableArray<MeterReading>> MeterReadingsAsync(
        FacilityId facility, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach, CancellationToken cancellationToken)
    {
        Ask();
        var own = _rows.Values.Where(row => row.Facility == facility && (meter is null || row.Meter == meter)).ToList();
        var inside = own.Where(row => row.At >= from && row.At < to);
        var before = own.Where(row => row.At < from && row.At >= from - reach).GroupBy(row => row.Meter).Select(group => group.Last());
        var after = own.Where(row => row.At >= to && row.At < to + reach).GroupBy(row => row.Meter).Select(group => group.First());
        return Task.FromResult<ImmutableArray<MeterReading>>(
            [.. inside.Concat(before).Concat(after).OrderBy(row => row.Meter, StringComparer.Ordinal).ThenBy(row => row.At)]);
    }

    public Task<DateTimeOffset?> FirstMeterReadingAsync(FacilityId facility, CancellationToken cancellationToken)
    {
        Ask();
        return Task.FromResult(_rows.Values.Where(row => row.Facility == facility).Select(row => (DateTimeOffset?)row.At).Min());
    }

    public Task<ImmutableArray<RackMinute>> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<FacilityMinute>> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<FacilityInterval>> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<FacilityRoleEnergy>> EnergyByFacilityAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<RackEnergySum>> EnergyByRackAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw new NotSupportedException();

    void Ask()
    {
        Asked++;
        if (IsAway)
            throw new HistoryUnavailableException("The store is away.");
    }
}
