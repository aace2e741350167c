using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Facilities;

/// <summary>A facility with two rooms of one rack, its plant read by one collector, and the rows it has told so far.</summary>
sealed class FacilityScene
{
    /// <summary>10:00 in UTC, 18:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    long _sequence;

    public FacilityScene(params (string Device, MeterRole Role)[] boundary)
    {
        var id = FacilityId.Parse("NJ-01");
        Facility = new(
            id, CityCode.Parse("NJ"), new("南京一号", "Nanjing 1"), [RoomOf(id, "R01"), RoomOf(id, "R02")],
            [.. boundary.Select(meter => new BoundaryMeter(meter.Device, meter.Role))], null);
        State = FacilityState.New(Facility);
        Rooms = [.. Facility.Rooms.Select(RoomState.New)];
    }

    public Facility Facility { get; }

    public FacilityState State { get; set; }

    public RoomState[] Rooms { get; }

    public Dictionary<(MeterRole Role, DateTimeOffset From), FacilityInterval> Intervals { get; } = [];

    public Dictionary<DateTimeOffset, FacilityMinute> Minutes { get; } = [];

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    public FoldOutcome Fold(params Reading[] readings) => State.Fold(
        new("nj-01", ++_sequence, Location.PlantOf(Facility.Id), readings[^1].ObservedAt, [.. readings], [.. readings.Select(Traits)]),
        readings.Max(reading => reading.ObservedAt).AddSeconds(1));

    /// <summary>One poll of a plant meter under a steady load.</summary>
    public void Poll(string device, double kilowatts, double second) => Fold(
        new(PointId.Total(device, Quantity.ActivePower), kilowatts * 1_000, At(second), ReadingQuality.Good),
        new(PointId.Total(device, Quantity.ActiveEnergy), kilowatts * second / 3.6, At(second), ReadingQuality.Good));

    /// <summary>One poll of the rack of a room under a steady load, and the room's report.</summary>
    public void PollRack(int room, double kilowatts, double second)
    {
        var reading = new Reading(
            PointId.Total("pdu-a", Quantity.ActiveEnergy), kilowatts * second / 3.6, At(second), ReadingQuality.Good);
        var power = reading with { Point = PointId.Total("pdu-a", Quantity.ActivePower), Value = kilowatts * 1_000 };
        var rack = Facility.Rooms[room].Racks[0].Id;
        Rooms[room].Fold(
            new("nj-01", ++_sequence, Location.Of(rack), At(second), [power, reading], [Traits(reading)]), At(second + 1));
        State.Report(Rooms[room].Report(At(second + 1)));
    }

    public HistoryBatch Take(double second)
    {
        var rows = State.TakeRows(At(second));
        foreach (var row in rows.Intervals)
            Intervals[(row.Role, row.From)] = row;
        foreach (var row in rows.FacilityMinutes)
            Minutes[row.Minute] = row;
        return rows;
    }

    public FacilityInterval Interval(MeterRole role, int quarter) => Intervals[(role, Start.AddMinutes(15 * quarter))];

    static RegisterTraits Traits(Reading reading) =>
        new(PointId.Total(reading.Point.Device, Quantity.ActiveEnergy), 1, null, 2_000_000, false, null);

    static Room RoomOf(FacilityId facility, string code)
    {
        var id = new RoomId(facility, code);
        return new(id, new("机房", "Room"), [new Rack(new(id, "A01"), Power.FromKilowatts(200))]);
    }
}
