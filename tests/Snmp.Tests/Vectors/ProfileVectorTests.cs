using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Collectors.Snmp.Walking;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Snmp.Tests.Vectors;

/// <summary>Reference values from the octets on the wire to the reading in its canonical unit.</summary>
public sealed class ProfileVectorTests
{
    const string Base = "1.3.6.1.4.1.9999.";
    const string ByScaleAndPrecision = $$"""
        "scaleBy": [
          { "object": "scale", "address": "{{Base}}8.0", "index": [], "as": "entity-sensor-scale" },
          { "object": "precision", "address": "{{Base}}9.0", "index": [], "as": "entity-sensor-precision" }
        ]
        """;

    [Theory, Trait("Vector", "S01"), Trait("Vector", "S02"), Trait("Vector", "S03")]
    [InlineData("temperature", "°C", 9, 1, 235, 23.5)]
    [InlineData("voltage", "V", 8, 0, 230_450, 230.45)]
    [InlineData("active-power", "W", 10, 2, 1_234, 12_340)]
    public void An_entity_sensor_s_value_follows_its_scale_and_precision(
        string quantity, string unit, int scale, int precision, int raw, double expected) =>
        Assert.Equal(
            expected,
            Read(Point(1, quantity, unit, ByScaleAndPrecision), ("1.0", raw), ("8.0", scale), ("9.0", precision)),
            9);

    [Theory, Trait("Vector", "S04")]
    [InlineData("active-power", "kW", 0.01, 187, 1_870.0)]
    [InlineData("active-energy", "kWh", 0.1, 1_234_567, 123_456_700.0)]
    [InlineData("active-power", "kW", 0.01, -1, null)]
    public void Apc_counts_power_in_hundredths_of_a_kilowatt_and_energy_in_tenths_of_a_kilowatt_hour(
        string quantity, string unit, double scale, int raw, double? expected) =>
        AssertRead(expected, ReadOrNull(Point(1, quantity, unit, Scaled(scale, "\"absent\": [-1]")), ("1.0", raw)));

    [Fact, Trait("Vector", "S05")]
    public void Raritan_puts_the_decimal_point_where_another_object_says() =>
        Assert.Equal(230.5, Read(Point(1, "voltage", "V", By("decimal-digits")), ("1.0", 2_305), ("8.0", 1)));

    [Theory, Trait("Vector", "S06")]
    [InlineData("active-energy", "kWh", 0.1, 987_654, 98_765_400.0)]
    [InlineData("active-energy", "Wh", 1, 98_765, 98_765.0)]
    [InlineData("temperature", "°C", 0.1, -410, null)]
    public void Server_technology_counts_cords_otherwise_than_outlets(
        string quantity, string unit, double scale, int raw, double? expected) =>
        AssertRead(expected, ReadOrNull(Point(1, quantity, unit, Scaled(scale, "\"absent\": [-410]")), ("1.0", raw)));

    [Theory, Trait("Vector", "S07")]
    [InlineData(2_350, -100, 23.5)]
    [InlineData(12, 100, 1_200)]
    public void Rittal_divides_by_a_negative_factor(int raw, int factor, double expected) =>
        Assert.Equal(expected, Read(Point(1, "apparent-power", "VA", By("signed-factor")), ("1.0", raw), ("8.0", factor)));

    [Fact, Trait("Vector", "S08")]
    public void Fahrenheit_becomes_celsius_where_another_object_says_so() =>
        Assert.Equal(
            25.0,
            Read(
                Point(1, "temperature", "°C", $$"""
                    "scale": 0.1, "unitBy": { "object": "scale", "address": "{{Base}}8.0", "index": [], "units": { "0": "°C", "1": "°F" } }
                    """),
                ("1.0", 770),
                ("8.0", 1)),
            9);

    [Fact, Trait("Vector", "S09")]
    public void Liebert_puts_the_decimal_point_where_another_object_says() =>
        Assert.Equal(230.1, Read(Point(1, "voltage", "V", By("decimal-digits")), ("1.0", 2_301), ("8.0", 1)));

    [Theory, Trait("Vector", "S10")]
    [InlineData("active-power", "kW", 0.1, 125, 12_500.0)]
    [InlineData("temperature", "°C", 1, 2_147_483_647, null)]
    public void Huawei_counts_power_in_tenths_of_a_kilowatt_and_writes_the_largest_number_for_none(
        string quantity, string unit, double scale, int raw, double? expected) =>
        AssertRead(expected, ReadOrNull(Point(1, quantity, unit, Scaled(scale, "\"absent\": [2147483647]")), ("1.0", raw)));

    [Theory, Trait("Vector", "S11")]
    [InlineData("min", 1, 12)]
    [InlineData("s", 1, 720)]
    [InlineData("s", 0.01, 72_000)]
    public void Twelve_minutes_of_battery_are_720_seconds_in_every_maker_s_unit(string unit, double scale, int raw) =>
        Assert.Equal(720, Read(Point(1, "battery-runtime", unit, Scaled(scale)), ("1.0", raw)));

    [Theory, Trait("Vector", "S15")]
    [InlineData("active-power", "W", 1_250, -3, 1.25)]
    [InlineData("active-energy", "Wh", 42, 3, 42_000)]
    public void An_energy_object_s_multiplier_is_a_power_of_ten(string quantity, string unit, int raw, int multiplier, double expected) =>
        Assert.Equal(expected, Read(Point(1, quantity, unit, By("power-of-ten")), ("1.0", raw), ("8.0", multiplier)));

    [Theory, Trait("Vector", "S17")]
    [InlineData("kW", 12_500)]
    [InlineData("W", 12.5)]
    public void Huawei_s_disputed_scale_is_a_factor_of_a_thousand(string unit, double expected) =>
        Assert.Equal(expected, Read(Point(1, "active-power", unit, Scaled(0.1)), ("1.0", 125)));

    static string Point(int number, string quantity, string unit, string more) => $$"""
        { "object": "value", "address": "{{Base}}{{number}}.0", "part": "total", "quantity": "{{quantity}}", "unit": "{{unit}}", {{(quantity == "active-energy" ? "\"register\": {}, " : "")}}{{more}} }
        """;

    static string Scaled(double scale, string more = "\"absent\": []") => FormattableString.Invariant($"\"scale\": {scale}, {more}");

    static string By(string form) => $$"""
        "scaleBy": [{ "object": "scale", "address": "{{Base}}8.0", "index": [], "as": "{{form}}" }]
        """;

    static void AssertRead(double? expected, double? actual)
    {
        if (expected is { } value)
            Assert.Equal(value, actual!.Value, 6);
        else
            Assert.Null(actual);
    }

    static double? ReadOrNull(string point, params (string Name, int Value)[] objects)
    {
        var profile = ProfileLibrary.Parse("vector.json", $$"""
            {
              "name": "vector", "title": "Vector", "source": "test", "recognise": { "systemObjectIds": ["1.3.6.1.4.1.9999"] },
              "scalars": [{{point}}]
            }
            """);
        var device = new Device("it", Location.Parse("NJ-01"), profile, 1e9);
        var tree = new ObjectTree(
        [
            .. objects.Select(entry => (ObjectIdentifier.Parse(Base + entry.Name), (Func<ObjectSyntax>)(() => ObjectSyntax.Integer32(entry.Value)))),
            (ObjectIdentifier.Parse(Plans.SysUpTime), () => ObjectSyntax.TimeTicks(4200)),
        ]);
        var answer = new RequestAnswer(tree);
        var plans = new ProfilePlans(profile);
        var (values, _) = new WalkRun(plans).Poll(request => answer.To(request, SnmpVersion.V2c, 1400), plans.Full);
        var readings = new ReadingNormaliser(device).Normalise(new(device, DateTimeOffset.UnixEpoch, values)).Readings;
        return Assert.Single(readings, reading => reading.Point.Quantity != Quantity.Uptime).Value;
    }

    static double Read(string point, params (string Name, int Value)[] objects) =>
        ReadOrNull(point, objects) ?? double.NaN;
}
