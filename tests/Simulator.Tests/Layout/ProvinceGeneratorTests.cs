using DcOps.Simulator.Layout;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Layout;

public sealed class ProvinceGeneratorTests
{
    static readonly ProvincePlan Default = ProvinceGenerator.Generate(LayoutSize.Default, seed: 1);

    [Fact]
    public void Lays_out_three_cities_six_facilities_and_600_racks_by_default()
    {
        var cities = Default.Facilities.Select(facility => facility.City.City.Code.Value).Distinct();
        var ids = Default.Facilities.Select(facility => facility.Id.Value);

        Assert.Equal(["NJ", "SZ", "XZ"], cities);
        Assert.Equal(["NJ-01", "SZ-01", "XZ-01", "NJ-02", "SZ-02", "XZ-02"], ids);
        Assert.Equal(600, Default.Facilities.Sum(facility => facility.RackCount));
        Assert.Equal(5, Default.Facilities.Select(facility => facility.Kind).Distinct().Count());
        Assert.Single(Default.Facilities, facility => facility.SpeaksSparkplug);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(7, 71)]
    [InlineData(60, 6_000)]
    [InlineData(600, 60_000)]
    public void Deals_out_exactly_the_racks_asked_for(int facilities, int racks)
    {
        var plan = ProvinceGenerator.Generate(new(facilities, racks), seed: 3);

        Assert.Equal(facilities, plan.Facilities.Length);
        Assert.Equal(racks, plan.Facilities.Sum(facility => facility.RackCount));
        Assert.All(plan.Facilities, facility => Assert.True(facility.RackCount >= LayoutSize.FewestRacksOfFacility));
        Assert.All(plan.Facilities.SelectMany(facility => facility.Rooms), room => Assert.InRange(room.Racks.Length, 1, 200));
    }

    [Fact]
    public void Reaches_all_thirteen_cities_in_a_large_province()
    {
        var plan = ProvinceGenerator.Generate(new(60, 6_000), seed: 3);

        Assert.Equal(13, plan.Facilities.Select(facility => facility.City).Distinct().Count());
    }

    [Fact]
    public void Gives_every_rack_two_pdus_and_every_tenth_a_sensor()
    {
        foreach (var facility in Default.Facilities)
        {
            var byKind = facility.Devices.CountBy(device => device.Kind).ToDictionary();

            Assert.Equal(facility.RackCount * 2, byKind.GetValueOrDefault(SnmpDeviceKind.ApcPdu) + byKind.GetValueOrDefault(SnmpDeviceKind.VertivPdu));
            Assert.Equal((facility.RackCount + 9) / 10, byKind[SnmpDeviceKind.AirSensor]);
            Assert.Equal(1, byKind[SnmpDeviceKind.Ups]);
        }
    }

    [Fact]
    public void Gives_every_device_a_loopback_address_and_a_name_of_its_own()
    {
        var devices = ProvinceGenerator.Generate(new(100, 20_000), seed: 3).Facilities.SelectMany(facility => facility.Devices).ToArray();

        Assert.Equal(devices.Length, devices.Select(device => device.Address).Distinct().Count());
        Assert.Equal(devices.Length, devices.Select(device => (device.Location, device.Name)).Distinct().Count());
        Assert.All(devices, device => Assert.Equal(127, device.Address.GetAddressBytes()[0]));
        Assert.All(devices, device => Assert.True(device.Address.GetAddressBytes()[3] is not (0 or 255)));
    }

    [Fact]
    public void One_pdu_of_a_rack_can_carry_it_alone()
    {
        var racks = Default.Facilities.SelectMany(facility => facility.Racks);

        Assert.All(racks, rack => Assert.True(rack.PduRated > rack.Provisioned));
    }

    [Fact]
    public void Locks_community_strings_out_of_the_rows_of_a_bank()
    {
        var secured = Default.Facilities.Where(facility => facility.Devices.Any(device => device.IsSecured));

        var bank = Assert.Single(secured);
        Assert.Equal(SiteKind.Finance, bank.Kind);
    }

    [Fact]
    public void Puts_the_tiles_of_the_cities_on_thirteen_places_that_resemble_the_map()
    {
        var tiles = JiangsuCities.All.ToDictionary(entry => entry.City.Code.Value, entry => entry.City);

        Assert.Equal(13, tiles.Values.Select(city => (city.Column, city.Row)).Distinct().Count());
        Assert.True(tiles["XZ"].Row < tiles["NJ"].Row);
        Assert.True(tiles["LYG"].Column > tiles["XZ"].Column);
        Assert.True(tiles["SZ"].Column > tiles["WX"].Column && tiles["WX"].Column > tiles["CZ"].Column && tiles["CZ"].Column > tiles["NJ"].Column);
        Assert.True(tiles["NT"].Row < tiles["SZ"].Row && tiles["NT"].Row > tiles["YC"].Row);
    }

    [Theory]
    [InlineData(0, 600, "facilities is 0; it must be from 1 to 1300")]
    [InlineData(6, 59, "racks is 59; 6 facilities need at least 60")]
    [InlineData(6, 200_001, "racks is 200001; it must be at most 200000")]
    public void Names_what_is_wrong_with_a_size(int facilities, int racks, string fault)
    {
        Assert.Equal(fault, new LayoutSize(facilities, racks).Fault);
        Assert.Throws<ArgumentException>(() => ProvinceGenerator.Generate(new(facilities, racks), seed: 1));
    }
}
