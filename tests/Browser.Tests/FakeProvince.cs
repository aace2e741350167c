using DcOps.Contracts.Collectors;
using DcOps.Dashboard.Live;
using DcOps.Domain.Alarms;
using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Browser.Tests;

/// <summary>A province that stands still but for what a test changes: every state that a page must show is in it.</summary>
sealed class FakeProvince(TimeProvider time) : IProvinceView
{
    public static readonly FacilityId Site = FacilityId.Parse("NJ-01");
    public static readonly RackId LiveRack = RackId.Parse("NJ-01/R01/A01");

    public const string Markup = "<b onclick=alert(1)>R&D</b>";

    public static string LongName { get; } = new('长', 80);

    /// <summary>What the site's meters say now.</summary>
    public Power ItPower { get; set; } = Power.FromKilowatts(412.5);

    /// <summary>Whether history can be read.</summary>
    public bool HasHistory { get; set; } = true;

    /// <summary>What a question to a facility ends with; null for an answer.</summary>
    public Exception? Fault { get; set; }

    DateTimeOffset Now => time.GetUtcNow();

    public static Inventory Inventory { get; } = new(
        ProvinceId.Parse("JS"),
        new("江苏省", "Jiangsu"),
        [
            new(CityCode.Parse("NJ"), new("南京市", "Nanjing"), 1, 3),
            new(CityCode.Parse("SZ"), new("苏州市", "Suzhou"), 4, 4),
            new(CityCode.Parse("XZ"), new("徐州市", "Xuzhou"), 0, 0),
        ],
        [
            new(Site, CityCode.Parse("NJ"), new("南京一号", Markup), [Room(Site, 60)], [new("utility-1", MeterRole.UtilityEntrance), new("ups-1", MeterRole.UpsOutput)], null),
            new(FacilityId.Parse("SZ-01"), CityCode.Parse("SZ"), new(LongName, "Suzhou 1"), [Room(FacilityId.Parse("SZ-01"), 2)], [], null),
        ]);

    public Task<ProvinceSnapshot> ProvinceAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new ProvinceSnapshot(
            ProvinceId.Parse("JS"), 1, Now, Power.FromKilowatts(600), ItPower, Pue(), 2, 1, 62, 58, [Facility()]));

    public Task<FacilitySnapshot?> FacilityAsync(FacilityId facility, CancellationToken cancellationToken) =>
        Fault is { } fault ? Task.FromException<FacilitySnapshot?>(fault)
        : Task.FromResult<FacilitySnapshot?>(facility == Site ? Facility() : null);

    public Task<ImmutableArray<RackSummary>> RacksAsync(FacilityId facility, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<RackSummary>>(
            [.. Inventory.Facilities[0].Rooms[0].Racks.Select((rack, index) => Summary(rack, index))]);

    public async Task<ImmutableArray<RackSummary>> RoomAsync(RoomId room, CancellationToken cancellationToken) =>
        room.Facility == Site ? await RacksAsync(Site, cancellationToken) : [];

    public Task<ImmutableArray<byte>> CellsAsync(FacilityId facility, CancellationToken cancellationToken) =>
        Fault is { } fault ? Task.FromException<ImmutableArray<byte>>(fault)
        : Task.FromResult<ImmutableArray<byte>>(facility == Site
            ? [.. Inventory.Facilities[0].Rooms[0].Racks.Select((_, index) => Cell(index))]
            : []);

    public Task<RackSnapshot?> RackAsync(RackId rack, CancellationToken cancellationToken) =>
        Task.FromResult(rack == LiveRack
            ? new RackSnapshot(rack, Now, Now.AddSeconds(-4), Freshness.Live, Power.FromKilowatts(5.62), new Temperature(24.6),
                new Energy(81_300), Power.FromKilowatts(8), ConditionCode.Warning, Points("pdu-a"))
            : null);

    /// <summary>One that is heard and has a silent device, one that was, and one that never was.</summary>
    public Task<ImmutableArray<CollectorSnapshot>> CollectorsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<CollectorSnapshot>>(
        [
            new("nj-01", Now, Now.AddSeconds(-2), Report("nj-01")),
            new("sz-01", Now, Now.AddMinutes(-3), Report("sz-01")),
            new("xz-01", Now, null, null),
        ]);

    public Task<ImmutableArray<RackMinute>?> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Rows(from, to, minute => new RackMinute(rack, minute, Rollup(minute, 5_600), Rollup(minute, 24), new Energy(93), IntervalQuality.Measured));

    public Task<ImmutableArray<FacilityMinute>?> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Rows(from, to, minute => new FacilityMinute(facility, minute, Rollup(minute, 540_000), Rollup(minute, 412_500), null, 12, 58));

    public Task<ImmutableArray<FacilityInterval>?> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var hour = new DateTimeOffset(to.Year, to.Month, to.Day, to.Hour, 0, 0, TimeSpan.Zero).AddHours(-2);
        return Task.FromResult<ImmutableArray<FacilityInterval>?>(HasHistory
            ?
            [
                .. Enumerable.Range(0, 4).SelectMany(quarter => new[]
                {
                    Interval(MeterRole.UtilityEntrance, hour.AddMinutes(15 * quarter), 130_000),
                    Interval(MeterRole.UpsOutput, hour.AddMinutes(15 * quarter), 100_000),
                }),
            ]
            : null);
    }

    static FacilityInterval Interval(MeterRole role, DateTimeOffset from, long wattHours) =>
        new(Site, role, from, new Energy(wattHours), Energy.Zero, IntervalQuality.Measured, 1, 1);

    static MinuteRollup Rollup(DateTimeOffset minute, double mean) =>
        new(mean * 0.98, mean * (1 + (0.05 * Math.Sin(minute.ToUnixTimeSeconds() / 9_000.0))), mean * 1.06, mean);

    CollectorReport Report(string name) => new(
        name, "1.0.0", Now.AddHours(-1), Now, true, 12, 48_000, Now.AddSeconds(-1), 0,
        [new("answering", 119), new("silent", 1)], [new("no answer", 1)],
        [new($"{LiveRack} pdu-b", "10.20.1.12", "silent", "no answer", Now.AddMinutes(-9), null)],
        [new($"{LiveRack} pdu-a", "10.20.1.11", "answering", "", Now.AddHours(-1), TimeSpan.FromMilliseconds(31))],
        [new("site", "connected", Now.AddHours(-1), null)]);

    static Room Room(FacilityId facility, int racks)
    {
        var room = new RoomId(facility, "R01");
        return new(room, new("一号机房", "Room 1"),
            [.. Enumerable.Range(1, racks).Select(number => new Rack(new RackId(room, $"A{number:00}"), Power.FromKilowatts(8)))]);
    }

    // Two hours of the day are missing: the trend must show a gap.
    Task<ImmutableArray<T>?> Rows<T>(DateTimeOffset from, DateTimeOffset to, Func<DateTimeOffset, T> row) =>
        Task.FromResult<ImmutableArray<T>?>(HasHistory
            ? [.. Enumerable.Range(0, (int)(to - from).TotalMinutes).Where(minute => minute is < 600 or >= 720).Select(minute => row(from.AddMinutes(minute)))]
            : null);

    byte Cell(int index)
    {
        var rack = Summary(Inventory.Facilities[0].Rooms[0].Racks[index], index);
        return RackCell.Of(rack.Freshness, rack.Condition, index == 3 ? AlarmPriority.Critical : null, rack.Power / rack.ProvisionedPower);
    }

    RackSummary Summary(Rack rack, int index) => index switch
    {
        0 => new(rack.Id, Freshness.Live, ConditionCode.Warning, Power.FromKilowatts(5.62), rack.ProvisionedPower, new Temperature(24.6), Now.AddSeconds(-4)),
        1 => new(rack.Id, Freshness.Stale, ConditionCode.Ok, null, rack.ProvisionedPower, null, Now.AddMinutes(-23)),
        2 => new(rack.Id, Freshness.NeverSeen, ConditionCode.Unknown, null, rack.ProvisionedPower, null, null),
        3 => new(rack.Id, Freshness.Live, ConditionCode.Critical, Power.FromKilowatts(7.9), rack.ProvisionedPower, new Temperature(33.1), Now.AddSeconds(-2)),
        _ => new(rack.Id, Freshness.Live, ConditionCode.Ok, Power.FromKilowatts(3 + (index * 0.05)), rack.ProvisionedPower, new Temperature(22), Now.AddSeconds(-6)),
    };

    FacilitySnapshot Facility() => new(
        Site, 1, Now, Power.FromKilowatts(540), ItPower, null, Power.FromKilowatts(540) / ItPower, [Pue()], new Energy(8_123_456),
        new Energy(6_400_000), 60, 58, 1, 1, 1, 1, new Temperature(33.1), new Temperature(11.5), Points("utility-1"));

    PueFigure Pue() => new(
        new Ratio(1.2693), PueCategory.Category1, Now.AddHours(-9), Now, new Energy(8_123_000), new Energy(6_400_000), new Ratio(0.9912),
        new Ratio(0.004), EvidenceGrade.Compliance, 0);

    ImmutableArray<Reading> Points(string device) =>
    [
        new(PointId.Total(device, Quantity.ActiveEnergy), 18_273_645, Now.AddSeconds(-4), ReadingQuality.Good),
        new(PointId.Total(device, Quantity.ActivePower), 5_620, Now.AddSeconds(-4), ReadingQuality.Good),
        new(new PointId(device, PartKind.Phase, 1, Quantity.Voltage), null, Now.AddMinutes(-3), ReadingQuality.Good),
        new(new PointId(device, PartKind.Phase, 2, Quantity.Current), 999.9, Now.AddSeconds(-4), ReadingQuality.Bad),
        new(PointId.Total(device, Quantity.Condition), 0, Now.AddSeconds(-4), ReadingQuality.Uncertain),
    ];
}
