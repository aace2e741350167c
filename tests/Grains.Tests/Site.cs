using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Grains.Tests;

/// <summary>A small province, and batches for it.</summary>
static class Site
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    public static readonly FacilityId Facility = FacilityId.Parse("NJ-01");

    public static readonly RoomId Room = RoomId.Parse("NJ-01/R01");

    /// <summary>One facility of two rooms with two racks each; its utility meter and UPS are declared.</summary>
    public static Inventory Inventory { get; } = new(
        ProvinceId.Parse("JS"),
        new("江苏", "Jiangsu"),
        [new City(CityCode.Parse("NJ"), new("南京", "Nanjing"), 1, 1)],
        [
            new Facility(
                Facility,
                CityCode.Parse("NJ"),
                new("南京一号", "Nanjing One"),
                [RoomOf("R01"), RoomOf("R02")],
                [new("utility-1", MeterRole.UtilityEntrance), new("ups-1", MeterRole.UpsOutput)],
                Power.FromKilowatts(1_000)),
        ]);

    public static RackId Rack(string code, string room = "R01") => new(new(Facility, room), code);

    /// <summary>One power reading of a rack's PDU.</summary>
    public static ReadingBatch RackBatch(
        long sequence, string rack = "A01", double watts = 4_000, DateTimeOffset? at = null, string collector = "snmp-nj") =>
        Batch(sequence, Location.Of(Rack(rack)), "pdu-a", watts, at, collector);

    /// <summary>One power reading of a plant device.</summary>
    public static ReadingBatch PlantBatch(
        long sequence, string device, double watts, DateTimeOffset? at = null, string collector = "snmp-nj") =>
        Batch(sequence, Location.PlantOf(Facility), device, watts, at, collector);

    public static ReadingBatch Batch(
        long sequence, Location location, string device, double watts, DateTimeOffset? at, string collector)
    {
        var observedAt = at ?? Start;
        return new(
            collector,
            sequence,
            location,
            observedAt,
            [new(PointId.Total(device, Quantity.ActivePower), watts, observedAt, ReadingQuality.Good)],
            []);
    }

    static Room RoomOf(string code)
    {
        var id = new RoomId(Facility, code);
        return new(
            id,
            new($"{code} 机房", $"Room {code}"),
            [new(new(id, "A01"), Power.FromKilowatts(8)), new(new(id, "A02"), Power.FromKilowatts(8))]);
    }
}
