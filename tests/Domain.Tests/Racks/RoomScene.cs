using DcOps.Domain.History;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Racks;

/// <summary>A room of racks A01, A02 … that one collector reads, and the rows it has told so far.</summary>
sealed class RoomScene
{
    /// <summary>10:00 in UTC, 18:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    long _sequence;

    public RoomScene(int racks = 1)
    {
        var room = new RoomId(FacilityId.Parse("NJ-01"), "R01");
        Room = new(
            room,
            new("一号机房", "Room 1"),
            [.. Enumerable.Range(1, racks).Select(rack => new Rack(new(room, $"A{rack:00}"), Units.Power.FromKilowatts(8)))]);
        State = RoomState.New(Room);
    }

    public Room Room { get; }

    public RoomState State { get; set; }

    /// <summary>The newest row of every rack and minute, as a store would have it.</summary>
    public Dictionary<(RackId Rack, DateTimeOffset Minute), RackMinute> Stored { get; } = [];

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    public static RegisterTraits Traits(
        string device = "pdu-a", double resolution = 1, double ratedKilowatts = 22, double? modulus = null, bool isVolatile = false) =>
        new(PointId.Total(device, Quantity.ActiveEnergy), resolution, modulus, ratedKilowatts * 1_000, isVolatile, null);

    public static Reading Power(string device, double? watts, DateTimeOffset at) =>
        new(PointId.Total(device, Quantity.ActivePower), watts, at, ReadingQuality.Good);

    public static Reading Register(string device, double wattHours, DateTimeOffset at) =>
        new(PointId.Total(device, Quantity.ActiveEnergy), wattHours, at, ReadingQuality.Good);

    public static Reading Inlet(int sensor, double celsius, DateTimeOffset at) =>
        new(new("env", PartKind.Sensor, (ushort)sensor, Quantity.InletTemperature), celsius, at, ReadingQuality.Good);

    public static Reading Condition(string device, ConditionCode code, DateTimeOffset at) =>
        new(PointId.Total(device, Quantity.Condition), (double)code, at, ReadingQuality.Good);

    public RackId RackId(int rack = 1) => Room.Racks[rack - 1].Id;

    public ReadingBatch Batch(int rack, RegisterTraits[] registers, params Reading[] readings) => new(
        "nj-01", ++_sequence, Location.Of(RackId(rack)), readings[^1].ObservedAt, [.. readings], [.. registers]);

    public ReadingCounts Fold(params Reading[] readings) => Fold(1, readings);

    public ReadingCounts Fold(int rack, params Reading[] readings) =>
        State.Fold(
            Batch(rack, [Traits("pdu-a"), Traits("pdu-b")], readings),
            readings.Max(reading => reading.ObservedAt).AddSeconds(1)).Counts;

    /// <summary>Polls a feed every 10 s over [from, to]: steady power, and the register that it turns.</summary>
    public void Poll(string device, double kilowatts, double fromSeconds, double toSeconds, int rack = 1, double offset = 0)
    {
        for (var second = fromSeconds; second <= toSeconds; second += 10)
        {
            Fold(
                rack,
                Power(device, kilowatts * 1_000, At(second)),
                Register(device, offset + (kilowatts * second / 3.6), At(second)));
        }
    }

    /// <summary>Asks for rows and stores them.</summary>
    public HistoryBatch Take(double atSecond)
    {
        var rows = State.TakeRows(At(atSecond));
        foreach (var row in rows.RackMinutes)
            Stored[(row.Rack, row.Minute)] = row;
        return rows;
    }

    public RackMinute Minute(int minute, int rack = 1) => Stored[(RackId(rack), Start.AddMinutes(minute))];

    public RackSnapshot Snapshot(double atSecond, int rack = 1) => State.Rack(RackId(rack), At(atSecond))!;
}
