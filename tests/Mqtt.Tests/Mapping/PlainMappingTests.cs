using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

public sealed class PlainMappingTests
{
    readonly MappingBench _bench = new("plain");

    [Fact]
    public void Reads_a_rack_meter_in_canonical_units()
    {
        const string payload = """
            {"ts":"2026-11-22T22:59:58.500+08:00","activePowerW":4210.5,"activeEnergyWh":18273645,"voltageV":229.8,
             "humidityPct":41.5,"inletTemperatureC":22.5,"serial":"M-20881","ratedPowerW":7360,"anything":"else"}
            """;

        var mapped = _bench.Mapped("dc/NJ-01/R01/A07/pdu-a", payload);

        Assert.Equal("NJ-01/R01/A07 pdu-a", mapped.Readings.Device.ToString());
        Assert.Equal(
            ["total/active-power=4210.5", "total/active-energy=18273645", "total/voltage=229.8", "total/inlet-temperature=22.5", "total/humidity=0.415"],
            MappingBench.Values(mapped));
        Assert.All(mapped.Readings.Readings, reading => Assert.Equal((MappingBench.ReceivedAt.AddSeconds(-1.5), ReadingQuality.Good), (reading.ObservedAt, reading.Quality)));
        Assert.Equal(
            new RegisterTraits(PointId.Parse("pdu-a/total/active-energy"), 1, null, 7360, IsVolatile: false, "M-20881"),
            Assert.Single(mapped.Readings.Registers));
        Assert.Equal((TimeFault.None, 0), (mapped.Time, mapped.Faults.Length));
    }

    [Fact]
    public void Places_a_plant_meter_at_its_facility()
    {
        var mapped = _bench.Mapped("dc/NJ-01/plant/utility-1", """{"activeEnergyWh":9000000000}""");

        Assert.Equal("NJ-01 utility-1", mapped.Readings.Device.ToString());
        Assert.Equal(200_000_000, Assert.Single(mapped.Readings.Registers).RatedWatts);
        Assert.Equal(MappingBench.ReceivedAt, Assert.Single(mapped.Readings.Readings).ObservedAt);
    }

    [Fact]
    public void Gives_each_phase_its_own_part()
    {
        var mapped = _bench.Mapped("dc/NJ-01/R01/A07/pdu-a", """{"phases":[{"voltageV":230,"currentA":4},{"voltageV":231},{}]}""");

        Assert.Equal(["phase-1/voltage=230", "phase-2/voltage=231", "phase-1/current=4"], MappingBench.Values(mapped));
    }

    [Fact]
    public void Keeps_what_is_not_available_as_unknown()
    {
        var mapped = _bench.Mapped("dc/NJ-01/R01/A07/pdu-a", """{"activePowerW":null,"voltageV":"","currentA":"4.25"}""");

        Assert.Equal(["total/active-power=unknown", "total/voltage=unknown", "total/current=4.25"], MappingBench.Values(mapped));
        Assert.All(mapped.Readings.Readings, reading => Assert.Equal(ReadingQuality.Good, reading.Quality));
    }

    [Theory]
    [InlineData("\"2026-11-22T14:57:00Z\"", "2026-11-22T14:57:00Z", TimeFault.None)]
    [InlineData("1795359600000", "2026-11-22T15:00:00Z", TimeFault.None)]
    [InlineData("\"1970-01-01T00:00:00Z\"", "2026-11-22T15:00:00Z", TimeFault.TooOld)]
    [InlineData("0", "2026-11-22T15:00:00Z", TimeFault.TooOld)]
    [InlineData("\"2026-11-23T15:00:00Z\"", "2026-11-22T15:00:00Z", TimeFault.FromTheFuture)]
    [InlineData("1e300", "2026-11-22T15:00:00Z", TimeFault.Unreadable)]
    [InlineData("\"2026-11-22T15:00:00\"", "2026-11-22T15:00:00Z", TimeFault.Unreadable)]
    [InlineData("\"0001-01-01T00:00:00+14:00\"", "2026-11-22T15:00:00Z", TimeFault.Unreadable)]
    [InlineData("\"yesterday\"", "2026-11-22T15:00:00Z", TimeFault.Unreadable)]
    [InlineData("{}", "2026-11-22T15:00:00Z", TimeFault.Unreadable)]
    public void Believes_a_clock_only_within_five_minutes_of_receipt(string stated, string observedAt, TimeFault fault)
    {
        var mapped = _bench.Mapped("dc/NJ-01/R01/A07/pdu-a", $$"""{"ts":{{stated}},"voltageV":230}""");

        var reading = Assert.Single(mapped.Readings.Readings);
        Assert.Equal(DateTimeOffset.Parse(observedAt, System.Globalization.CultureInfo.InvariantCulture), reading.ObservedAt);
        Assert.Equal(fault, mapped.Time);
        Assert.Equal(fault == TimeFault.None ? ReadingQuality.Good : ReadingQuality.Uncertain, reading.Quality);
    }

    [Theory]
    [InlineData("\"NaN\"", ValueFault.NotFinite)]
    [InlineData("\"Infinity\"", ValueFault.NotFinite)]
    [InlineData("1e999", ValueFault.NotFinite)]
    [InlineData("1e30", ValueFault.Implausible)]
    [InlineData("true", ValueFault.WrongType)]
    [InlineData("[4210]", ValueFault.WrongType)]
    [InlineData("{\"value\":4210}", ValueFault.WrongType)]
    [InlineData("\"about 4 kW\"", ValueFault.WrongType)]
    public void Makes_a_value_that_is_none_a_bad_reading_without_value(string value, ValueFault fault)
    {
        var mapped = _bench.Mapped("dc/NJ-01/R01/A07/pdu-a", $$"""{"activePowerW":{{value}},"voltageV":230}""");

        Assert.Equal(["total/active-power=unknown", "total/voltage=230"], MappingBench.Values(mapped));
        Assert.Equal([ReadingQuality.Bad, ReadingQuality.Good], mapped.Readings.Readings.Select(reading => reading.Quality));
        Assert.Equal(("pdu-a/total/active-power", fault), Assert.Single(mapped.Faults));
    }

    [Theory]
    [InlineData("ok", 0)]
    [InlineData("critical", 2)]
    [InlineData("unknown", 3)]
    public void Reads_a_condition_by_its_words(string word, double code)
    {
        var mapped = _bench.Mapped("dc/NJ-01/plant/ups-1", $$"""{"condition":"{{word}}"}""");

        Assert.Equal(code, Assert.Single(mapped.Readings.Readings).Value);
    }
}
