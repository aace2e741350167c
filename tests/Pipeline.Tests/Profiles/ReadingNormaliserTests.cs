using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using static DcOps.Collectors.Pipeline.Tests.Profiles.Answers;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

public sealed class ReadingNormaliserTests
{
    const string Apc = "1.3.6.1.4.1.318.1.1.26.";
    const string Raritan = "1.3.6.1.4.1.13742.6.";
    const string Sentry = "1.3.6.1.4.1.1718.4.1.";
    const string Eaton = "1.3.6.1.4.1.534.6.6.7.";
    const string Ups = "1.3.6.1.2.1.33.1.";
    const string Vertiv = "1.3.6.1.4.1.21239.5.2.";

    [Fact, Trait("Vector", "S04")]
    public void Reads_apc_power_in_hundredths_and_energy_in_tenths_of_a_kilowatt_and_minus_one_as_unknown()
    {
        var readings = Of(Device("apc-rpdu2"), Raw(Apc + "4.3.1.5.1", 187), Raw(Apc + "4.3.1.9.1", 1_234_567), Raw(Apc + "6.3.1.7.1", -1));

        Assert.Equal(1_870, readings.At("total/active-power").Value);
        Assert.Equal(123_456_700, readings.At("total/active-energy").Value);
        Assert.Null(readings.At("phase-1/active-power").Value);
        Assert.Equal(ReadingQuality.Bad, readings.At("phase-1/active-power").Quality);
        Assert.Equal(100, readings.Registers.Single().ResolutionWattHours);
    }

    [Fact, Trait("Vector", "S05")]
    public void Scales_a_raritan_value_by_its_decimal_digits_and_unit()
    {
        var readings = Of(
            Device("raritan-pdu2"), Raw(Raritan + "5.2.3.1.4.1.1.4", 2_305), Raw(Raritan + "3.3.4.1.7.1.1.4", 1), Raw(Raritan + "3.3.4.1.6.1.1.4", 1));

        Assert.Equal(230.5, readings.At("total/voltage").Value);
    }

    [Fact]
    public void Does_not_guess_a_scale_that_the_device_did_not_say()
    {
        var readings = Of(Device("raritan-pdu2"), Raw(Raritan + "5.2.3.1.4.1.1.4", 2_305));

        Assert.Null(readings.At("total/voltage").Value);
    }

    [Fact]
    public void Remembers_scales_and_serial_numbers_from_an_earlier_message()
    {
        var device = Device("raritan-pdu2");
        var normaliser = new ReadingNormaliser(device);
        normaliser.Normalise(Message(
            device, Raw(Raritan + "3.3.4.1.7.1.1.8", 0), Raw(Raritan + "3.3.4.1.6.1.1.8", 5), RawValue.Of(Raritan + "3.2.1.1.4.1", "QWE7100001")));

        var readings = normaliser.Normalise(Message(device, Raw(Raritan + "5.2.3.1.4.1.1.8", 74_057_676)));

        Assert.Equal(74_057_676, readings.At("total/active-energy").Value);
        Assert.Equal(
            new RegisterTraits(PointId.Total("pdu-a", Quantity.ActiveEnergy), 1, 4_294_967_296, 22_000, false, "QWE7100001"),
            readings.Registers.Single());
    }

    [Fact, Trait("Vector", "S06")]
    public void Reads_server_technology_cords_in_tenths_of_a_kilowatt_hour_outlets_in_watt_hours_and_minus_410_as_no_probe()
    {
        var readings = Of(
            Device("sentry4"), Raw(Sentry + "3.3.1.10.1.1", 987_654), Raw(Sentry + "8.3.1.14.1.1.7", 98_765),
            Raw(Sentry + "9.1.10.0", 0), Raw(Sentry + "9.3.1.1.1.1", -410), Raw(Sentry + "9.3.1.1.1.2", 235));

        Assert.Equal(98_765_400, readings.At("total/active-energy").Value);
        Assert.Equal(98_765, readings.At("outlet-7/active-energy").Value);
        Assert.Null(readings.At("sensor-1/temperature").Value);
        Assert.Equal(23.5, readings.At("sensor-2/temperature").Value);
    }

    [Fact, Trait("Vector", "S08")]
    public void Converts_a_fahrenheit_that_another_object_announces()
    {
        var readings = Of(
            Device("eaton-epdu"), Raw(Eaton + "7.1.1.4.0.1", 770), Raw(Eaton + "1.2.1.9.0", 1), Raw(Eaton + "7.1.1.3.0.1", 1));

        Assert.Equal(25.0, readings.At("sensor-1/temperature").Value!.Value, 9);
    }

    [Fact, Trait("Vector", "S11")]
    public void Reads_battery_minutes_as_seconds()
    {
        Assert.Equal(720, Of(Device("rfc1628-ups"), Raw(Ups + "2.3.0", 12)).At("battery-1/battery-runtime").Value);
    }

    [Theory]
    [InlineData("total/battery-runtime", "2.3.0", 65_535)]
    [InlineData("battery-1/current", "2.6.0", 2_147_483_647)]
    [InlineData("output-1/active-power", "4.4.1.4.1", -1)]
    public void Takes_sentinels_out(string point, string address, double raw)
    {
        var part = point.Replace("total/battery-runtime", "battery-1/battery-runtime", StringComparison.Ordinal);

        Assert.Null(Of(Device("rfc1628-ups"), Raw(Ups + address, raw)).At(part).Value);
    }

    [Theory]
    [InlineData("phase-1/voltage", "6.3.1.6.1", 2_302, 2_302)]
    [InlineData("phase-1/current", "6.3.1.5.1", 9_999, 999.9)]
    [InlineData("total/active-power", "4.3.1.5.1", 4_401, 44_010)]
    public void Marks_bad_what_is_physically_impossible_and_shows_it_all_the_same(string point, string address, double raw, double value)
    {
        var reading = Of(Device("apc-rpdu2", ratedWatts: 22_000), Raw(Apc + address, raw)).At(point);

        Assert.Equal((value, ReadingQuality.Bad), (reading.Value, reading.Quality));
    }

    [Fact]
    public void Keeps_a_measured_zero()
    {
        var reading = Of(Device("apc-rpdu2"), Raw(Apc + "4.3.1.5.1", 0)).At("total/active-power");

        Assert.Equal((0.0, ReadingQuality.Good), (reading.Value, reading.Quality));
    }

    [Fact]
    public void Reads_the_date_of_a_register_reset_in_the_device_s_zone()
    {
        var readings = Of(Device("apc-rpdu2"), RawValue.Of(Apc + "4.3.1.10.1", "07/19/2023 15:14:20"));

        Assert.Equal(new DateTimeOffset(2023, 7, 19, 7, 14, 20, TimeSpan.Zero).ToUnixTimeSeconds(), readings.At("total/register-reset-at").Value);
    }

    [Theory]
    [InlineData("notsupported ")]
    [InlineData("19/07/2023 15:14:20")]
    public void Takes_a_date_that_is_none_as_unknown(string text)
    {
        Assert.Null(Of(Device("apc-rpdu2"), RawValue.Of(Apc + "4.3.1.10.1", text)).At("total/register-reset-at").Value);
    }

    [Fact]
    public void Sums_the_members_of_a_chain_and_keeps_them_apart()
    {
        var readings = Of(
            Device("sentry4"), Raw(Sentry + "3.3.1.3.1.1", 1_701), Raw(Sentry + "3.3.1.3.2.1", 1_265));

        Assert.Equal(1_701, readings.At("input-1/active-power").Value);
        Assert.Equal(1_265, readings.At("input-1001/active-power").Value);
        Assert.Equal(2_966, readings.At("total/active-power").Value);
    }

    [Fact]
    public void Leaves_a_sum_unknown_while_a_member_is_missing()
    {
        var device = Device("sentry4");
        var normaliser = new ReadingNormaliser(device);
        normaliser.Normalise(Message(device, Raw(Sentry + "3.3.1.3.1.1", 1_701), Raw(Sentry + "3.3.1.3.2.1", 1_265)));

        var readings = normaliser.Normalise(Message(device, Raw(Sentry + "3.3.1.3.1.1", 1_701)));

        Assert.Null(readings.At("total/active-power").Value);
    }

    [Fact]
    public void Reads_one_member_of_a_chain_as_a_device_of_its_own()
    {
        var readings = Of(
            Device("apc-rpdu2", member: 2),
            Raw(Apc + "4.3.1.2.1", 1), Raw(Apc + "4.3.1.5.1", 100), Raw(Apc + "4.3.1.2.2", 2), Raw(Apc + "4.3.1.5.2", 250),
            Raw(Apc + "6.3.1.2.4", 2), Raw(Apc + "6.3.1.3.4", 1), Raw(Apc + "6.3.1.5.4", 54), Raw(Apc + "6.3.1.2.1", 1), Raw(Apc + "6.3.1.5.1", 11));

        Assert.Equal(2_500, readings.At("total/active-power").Value);
        Assert.Equal(5.4, readings.At("phase-1/current").Value);
        Assert.Equal(2, readings.Readings.Length);
    }

    [Fact]
    public void Takes_the_worst_of_several_conditions_of_one_part()
    {
        var readings = Of(
            Device("sentry4"), Raw(Sentry + "3.3.1.1.1.1", 1), Raw(Sentry + "3.3.1.4.1.1", 16), Raw(Sentry + "3.3.1.2.1.1", 17), Raw(Sentry + "3.3.1.6.1.1", 0));

        Assert.Equal((double)ConditionCode.Critical, readings.At("total/condition").Value);
    }

    [Fact]
    public void Takes_a_code_that_the_profile_does_not_know_as_unknown_condition()
    {
        Assert.Equal((double)ConditionCode.Unknown, Of(Device("sentry4"), Raw(Sentry + "3.3.1.2.1.1", 99)).At("total/condition").Value);
    }

    [Fact]
    public void Sums_phases_where_the_device_gives_no_total_and_prefers_the_total_where_it_does()
    {
        var phases = Of(Device("vertiv-geist-imd"), Raw(Vertiv + "3.2.1.15.1", 5_207_918), Raw(Vertiv + "3.2.1.15.2", 5_284_954));
        var both = Of(Device("vertiv-geist-imd"), Raw(Vertiv + "3.2.1.15.1", 5_207_918), Raw(Vertiv + "3.1.1.12.1", 700_000));

        Assert.Equal(10_492_872, phases.At("total/active-energy").Value);
        Assert.Equal(10_000_000, phases.Registers.Single(register => register.Point.Part == PartKind.Total).ModulusWattHours);
        Assert.Equal(700_000, both.At("total/active-energy").Value);
    }

    [Fact]
    public void Takes_a_probe_that_the_configuration_puts_at_the_air_inlet_for_the_inlet_temperature()
    {
        var readings = Of(
            Device("vertiv-geist-imd", inletSensors: 2), Raw(Vertiv + "1.7.0", 1), Raw(Vertiv + "4.1.5.1", 305), Raw(Vertiv + "4.1.5.2", 231));

        Assert.Equal(30.5, readings.At("sensor-1/temperature").Value);
        Assert.Equal(23.1, readings.At("sensor-2/inlet-temperature").Value);
        Assert.False(readings.Has("sensor-2/temperature"));
    }

    [Fact]
    public void Reads_the_uptime_of_every_device()
    {
        Assert.Equal(3_600, Of(Device("sentry4"), Raw(ReadingNormaliser.UptimeAddress, 360_000)).At("total/uptime").Value);
    }

    [Fact]
    public void Makes_nothing_of_addresses_that_no_profile_names_and_of_objects_that_are_not_there()
    {
        var readings = Of(
            Device("apc-rpdu2"), Raw("1.3.6.1.4.1.318.1.1.26.4.3.1.99.1", 1), Raw(Apc + "4.3.1.5.1.7.7", 1), Raw("not an address", 1),
            RawValue.Absent(Apc + "4.3.1.5.1"), Raw(Apc + "4.3.1.5.99999999999", 1));

        Assert.Empty(readings.Readings);
    }
}
