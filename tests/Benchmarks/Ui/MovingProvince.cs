using System.Globalization;
using DcOps.Contracts.Collectors;
using DcOps.Dashboard.Live;
using DcOps.Domain.Alarms;
using DcOps.Domain.Facilities;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Benchmarks.Ui;

/// <summary>A province of any size of which a hundredth of the racks change each time it is asked: what the map is fed with.</summary>
sealed class MovingProvince : IProvinceView
{
    const int Cities = 13;
    const int Facilities = 400;
    const double Changing = 0.01;

    readonly Dictionary<FacilityId, byte[]> _cells;
    readonly Random _random = new(1);

    public MovingProvince(int racks)
    {
        var each = Math.Max(1, racks / Facilities);
        Inventory = new(
            ProvinceId.Parse("JS"), new("江苏省", "Jiangsu"),
            [.. Enumerable.Range(0, Cities).Select(number => new City(CodeOf(number), new($"市{number}", $"City {number}"), number, 0))],
            [.. Enumerable.Range(0, Math.Min(Facilities, racks)).Select(number => Site(number, each * (1 + (number % 3)) / 2))]);
        _cells = Inventory.Facilities.ToDictionary(site => site.Id, site => Enumerable.Range(0, site.RackCount).Select(_ => Cell()).ToArray());
    }

    public Inventory Inventory { get; }

    public Task<ImmutableArray<RackSummary>> RoomAsync(RoomId room, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RackSummary>>([]);

    public Task<ImmutableArray<byte>> CellsAsync(FacilityId facility, CancellationToken cancellationToken)
    {
        var cells = _cells[facility];
        lock (cells)
        {
            for (var change = 0; change < cells.Length * Changing; change++)
                cells[_random.Next(cells.Length)] = Cell();
            return Task.FromResult<ImmutableArray<byte>>([.. cells]);
        }
    }

    public Task<ProvinceSnapshot> ProvinceAsync(CancellationToken cancellationToken) => throw NotAsked();

    public Task<FacilitySnapshot?> FacilityAsync(FacilityId facility, CancellationToken cancellationToken) => throw NotAsked();

    public Task<ImmutableArray<RackSummary>> RacksAsync(FacilityId facility, CancellationToken cancellationToken) => throw NotAsked();

    public Task<RackSnapshot?> RackAsync(RackId rack, CancellationToken cancellationToken) => throw NotAsked();

    public Task<ImmutableArray<CollectorSnapshot>> CollectorsAsync(CancellationToken cancellationToken) => throw NotAsked();

    public Task<ImmutableArray<RackMinute>?> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw NotAsked();

    public Task<ImmutableArray<FacilityMinute>?> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw NotAsked();

    public Task<ImmutableArray<FacilityInterval>?> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => throw NotAsked();

    static NotSupportedException NotAsked() => new("The map asks for cells alone.");

    static CityCode CodeOf(int number) => CityCode.Parse($"C{(char)('A' + number)}");

    static Facility Site(int number, int racks)
    {
        var city = CodeOf(number % Cities);
        var id = FacilityId.Parse(string.Create(CultureInfo.InvariantCulture, $"{city}-{number:000}"));
        var room = new RoomId(id, "R01");
        return new(id, city, new("数据中心", "Data centre"),
            [
                new(room, new("机房", "Room"),
                    [.. Enumerable.Range(0, racks).Select(rack => new Rack(new RackId(room, string.Create(CultureInfo.InvariantCulture, $"A{rack:0000}")), Power.FromKilowatts(8)))]),
            ],
            [], null);
    }

    // One in a hundred has an alarm, one in two hundred is silent.
    byte Cell()
    {
        var dice = _random.NextDouble();
        AlarmPriority? alarm = dice < 0.001 ? AlarmPriority.Critical : dice < 0.003 ? AlarmPriority.Major : dice < 0.01 ? AlarmPriority.Minor : null;
        return RackCell.Of(dice > 0.995 ? Freshness.Stale : Freshness.Live, ConditionCode.Ok, alarm, new Ratio(_random.NextDouble()));
    }
}
