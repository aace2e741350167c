using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using static DcOps.Collectors.Pipeline.Tests.Profiles.Answers;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>Devices of a maker that no profile knows, who speak the standards alone.</summary>
public sealed class UnknownMakerTests
{
    const string NobodyKnown = "1.3.6.1.4.1.64999.7";
    const string Sensors = "1.3.6.1.2.1.99.1.1.1.";
    const string Ups = "1.3.6.1.2.1.33.1.";
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);

    // Type, scale and precision of RFC 3433, and what the number is then.
    [Theory]
    [InlineData(8, 9, 1, 235, Quantity.Temperature, 23.5)]
    [InlineData(8, 9, 0, 23, Quantity.Temperature, 23)]
    [InlineData(8, 8, 3, 23_500_000, Quantity.Temperature, 23.5)]
    [InlineData(8, 9, 1, -105, Quantity.Temperature, -10.5)]
    [InlineData(8, 9, -2, 23, Quantity.Temperature, 23)]
    [InlineData(9, 9, 1, 455, Quantity.Humidity, 0.455)]
    [InlineData(4, 8, 0, 12_012, Quantity.Voltage, 12.012)]
    [InlineData(3, 9, 1, 2_301, Quantity.Voltage, 230.1)]
    [InlineData(4, 7, 0, 3_300_000, Quantity.Voltage, 3.3)]
    [InlineData(5, 8, 0, 1_500, Quantity.Current, 1.5)]
    [InlineData(5, 9, 2, 150, Quantity.Current, 1.5)]
    [InlineData(6, 10, 3, 4_321, Quantity.ActivePower, 4_321)]
    [InlineData(6, 9, 0, 0, Quantity.ActivePower, 0)]
    [InlineData(7, 9, 2, 4_998, Quantity.Frequency, 49.98)]
    [InlineData(10, 9, 0, 5_400, Quantity.FanSpeed, 5_400)]
    public void A_standard_sensor_is_scaled_as_it_says_of_itself(int type, int scale, int precision, double raw, Quantity quantity, double expected)
    {
        var readings = Read(Known("1.3.6.1.2.1.2.1.0"), Sensor(1_006, type, scale, precision, raw, status: 1));

        Assert.Equal(expected, Assert.Single(readings.Readings, reading => reading.Point.Quantity == quantity).Value!.Value, 9);
    }

    [Theory]
    [InlineData(235, 2)]
    [InlineData(235, 3)]
    [InlineData(1_000_000_000, 1)]
    [InlineData(-1_000_000_000, 1)]
    public void A_sensor_that_is_out_of_order_or_overflows_is_unknown_and_never_a_number(double raw, int status)
    {
        var readings = Read(Known("1.3.6.1.2.1.2.1.0"), Sensor(7, type: 8, scale: 9, precision: 1, raw, status));

        Assert.Null(Assert.Single(readings.Readings, reading => reading.Point.Quantity == Quantity.Temperature).Value);
    }

    [Fact]
    public void A_sensor_of_a_kind_that_has_no_unit_gives_no_number_and_its_state_all_the_same()
    {
        var readings = Read(Known("1.3.6.1.2.1.2.1.0"), Sensor(9, type: 12, scale: 9, precision: 0, raw: 1, status: 3));

        var condition = Assert.Single(readings.Readings, reading => reading.Value is not null);
        Assert.Equal((Quantity.Condition, (double)ConditionCode.Warning), (condition.Point.Quantity, condition.Value));
    }

    [Fact]
    public void Many_sensors_keep_apart_though_their_numbers_are_large()
    {
        RawValue[] values = [.. Enumerable.Range(0, 40).SelectMany(sensor => Sensor(67_109_000 + (sensor * 1_024), 8, 9, 0, 20 + sensor, 1))];

        var readings = Read(Known("1.3.6.1.2.1.2.1.0"), values);

        Assert.Equal(
            Enumerable.Range(20, 40).Select(degrees => (double?)degrees),
            readings.Readings.Where(reading => reading.Point.Quantity == Quantity.Temperature).Select(reading => reading.Value).Order());
    }

    [Fact]
    public void A_ups_is_read_by_the_standard_and_the_sensors_of_its_card_with_it()
    {
        var device = Known(Ups + "2.1.0", "1.3.6.1.2.1.2.1.0", "1.3.6.1.2.1.25.1.1.0");

        var readings = Read(
            device,
            [
                Raw(Ups + "2.1.0", 2), Raw(Ups + "2.2.0", 0), Raw(Ups + "2.3.0", 42), Raw(Ups + "2.4.0", 97), Raw(Ups + "2.5.0", 2_731),
                Raw(Ups + "2.6.0", -1), Raw(Ups + "2.7.0", 31), Raw(Ups + "4.1.0", 5), Raw(Ups + "4.2.0", 500),
                Raw(Ups + "3.3.1.3.1", 231), Raw(Ups + "3.3.1.2.1", 499),
                Raw(Ups + "4.4.1.2.1", 230), Raw(Ups + "4.4.1.3.1", 52), Raw(Ups + "4.4.1.4.1", 1_180), Raw(Ups + "4.4.1.5.1", 39),
                Raw(Ups + "4.4.1.4.2", -1), Raw(Ups + "4.4.1.4.3", -26),
                .. Sensor(3, type: 8, scale: 9, precision: 1, raw: 214, status: 1),
            ]);

        Assert.Equal("generic-ups", device.Profile.Name);
        Assert.Equal((double)ConditionCode.Critical, readings.At("total/condition").Value);
        Assert.Equal((double)ConditionCode.Ok, readings.At("battery-1/condition").Value);
        Assert.Equal(2_520, readings.At("battery-1/battery-runtime").Value);
        Assert.Equal(0.97, readings.At("battery-1/battery-charge").Value);
        Assert.Equal(273.1, readings.At("battery-1/voltage").Value);
        Assert.Null(readings.At("battery-1/current").Value);
        Assert.Equal(49.9, readings.At("input-1/frequency").Value);
        Assert.Equal((5.2, 1_180, 0.39), (readings.At("output-1/current").Value, readings.At("output-1/active-power").Value, readings.At("output-1/load-ratio").Value));
        Assert.Null(readings.At("output-2/active-power").Value);
        Assert.Equal((-26, ReadingQuality.Uncertain), (readings.At("output-3/active-power").Value, readings.At("output-3/active-power").Quality));
        Assert.Null(readings.At("total/active-power").Value);
        Assert.Equal(21.4, Assert.Single(readings.Readings, reading => reading is { Point: { Part: PartKind.Sensor, Quantity: Quantity.Temperature } }).Value);
    }

    // Every agent has interfaces; who has processors or sensors too must not lose them to that.
    [Theory]
    [InlineData("if-mib", "1.3.6.1.2.1.2.1.0", "1.3.6.1.2.1.99.1.1.1.1.1")]
    [InlineData("host-resources", "1.3.6.1.2.1.2.1.0", "1.3.6.1.2.1.25.1.1.0")]
    [InlineData("entity-sensor", "1.3.6.1.2.1.99.1.1.1.1.1")]
    public void A_device_is_read_by_all_the_standards_that_it_speaks(string profile, params string[] instances)
    {
        var device = Known(instances);

        var readings = Read(device, Sensor(1, type: 8, scale: 9, precision: 0, raw: 40, status: 1));

        Assert.Equal(profile, device.Profile.Name);
        Assert.Equal(40, Assert.Single(readings.Readings, reading => reading.Point.Quantity == Quantity.Temperature).Value);
    }

    static Device Known(params string[] instances) =>
        new("pdu-a", Location.Parse("NJ-01/R01/A07"), Library.Recognise(NobodyKnown, instances.Contains)!, 5_000);

    static DeviceReadings Read(Device device, params RawValue[] values) => Of(device, values);

    static RawValue[] Sensor(int index, int type, int scale, int precision, double raw, int status) =>
    [
        Raw($"{Sensors}1.{index}", type), Raw($"{Sensors}2.{index}", scale), Raw($"{Sensors}3.{index}", precision),
        Raw($"{Sensors}4.{index}", raw), Raw($"{Sensors}5.{index}", status),
    ];
}
