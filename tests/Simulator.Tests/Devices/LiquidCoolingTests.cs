using System.Text.Json;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Mqtt;
using DcOps.Simulator.Physics;
using DcOps.Simulator.Tests.Model;

namespace DcOps.Simulator.Tests.Devices;

/// <summary>The heat that the coolant carries is the heat that the racks give it.</summary>
public sealed class LiquidCoolingTests
{
    readonly Played _played = new(facilities: 6, racks: 400);

    public LiquidCoolingTests() => _played.Pass(TimeSpan.FromMinutes(5));

    ImmutableArray<CduDevice> Cdus => [.. _played.Devices.All.OfType<CduDevice>()];

    [Fact]
    public void Every_room_of_accelerators_has_two_units_and_every_rack_of_them_a_branch()
    {
        var liquid = _played.Province.Facilities.Where(site => site.Plan.Kind == SiteKind.AiTraining).ToList();

        Assert.NotEmpty(liquid);
        Assert.Equal(liquid.Sum(site => site.Plan.Rooms.Length) * 2, Cdus.Length);
        Assert.Equal(liquid.Sum(site => site.Plan.RackCount), _played.Devices.All.OfType<CoolantBranchDevice>().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_unit_tells_is_the_liquid_cooled_share_of_its_racks_power(bool hasOnePump)
    {
        Cdus[0].IsPumpStopped = hasOnePump;

        using var json = JsonDocument.Parse(PlainPayload.Of(Cdus[0], _played.Time.GetUtcNow()));

        double Told(string name) => json.RootElement.GetProperty(name).GetDouble();
        var carried = Told("liquidFlowLps") / 1_000 * LiquidLoop.Density * LiquidLoop.SpecificHeat
            * (Told("liquidReturnTemperatureC") - Told("liquidSupplyTemperatureC"));
        Assert.Equal(Cdus[0].ItWatts * LiquidLoop.LiquidShare, Told("coolingPowerW"), tolerance: 0.06);
        Assert.InRange(carried / Told("coolingPowerW"), 0.998, 1.002);
    }

    [Fact]
    public void The_branches_of_a_room_carry_what_its_units_do()
    {
        var branches = _played.Devices.All.OfType<CoolantBranchDevice>()
            .Where(branch => branch.Location.Rack!.Value.Room == Cdus[0].Room.Id).Select(branch => branch.Measured).ToList();

        var units = Cdus.Where(cdu => cdu.Room.Id == Cdus[0].Room.Id).Select(cdu => cdu.Measured.Loop).ToList();
        Assert.Equal(units.Sum(loop => loop.HeatWatts), branches.Sum(branch => branch.HeatWatts), tolerance: 0.01);
        Assert.Equal(units.Sum(loop => loop.CubicMetresPerSecond), branches.Sum(branch => branch.CubicMetresPerSecond), precision: 9);
    }

    [Fact]
    public void A_pump_that_stops_makes_the_return_hotter_and_a_leak_is_told_until_they_end()
    {
        var before = Cdus[0].Measured;
        var target = Cdus[0].Location.Path;

        _played.Faults.Put(new(FaultKind.Pump, target, Cdus[0].Name, Feed: null, For: null));
        _played.Faults.Put(new(FaultKind.Leak, target, Cdus[0].Name, Feed: null, For: null));
        var during = Cdus[0].Measured;
        _played.Faults.Clear(id: null);

        Assert.True(during.IsLeaking && during.IsPumpStopped);
        Assert.True(during.Loop.ReturnCelsius >= before.Loop.ReturnCelsius);
        Assert.Equal(0, during.PumpSpeeds.First);
        Assert.Equal(before.Loop, Cdus[0].Measured.Loop);
        Assert.False(Cdus[0].Measured.IsLeaking);
    }

    [Fact]
    public void What_the_pumps_of_a_site_take_is_part_of_its_cooling()
    {
        var site = _played.Province.Find(Cdus[0].Location.Facility)!;
        var units = Cdus.Where(cdu => cdu.Location == Cdus[0].Location).ToList();

        var (power, energy) = (site.Power, site.Energy);

        Assert.Equal(power.CoolantPumps, units.Sum(cdu => (double)cdu.Measured.PumpMilliwatts), tolerance: units.Count);
        Assert.Equal(energy.CoolantPumps, units.Sum(cdu => (double)cdu.TrueMillijoules), tolerance: power.CoolantPumps + units.Count);
        Assert.InRange(power.CoolantPumps, power.ItInput / 1_000, power.ItInput / 50);
        Assert.Equal(power.Chillers + power.Fans + power.Pumps + power.Towers + power.CoolantPumps, power.Cooling);
    }

    [Fact]
    public void What_the_units_take_stays_what_the_site_takes_while_a_pump_stands_still()
    {
        var site = _played.Province.Find(Cdus[0].Location.Facility)!;
        var units = Cdus.Where(cdu => cdu.Location == Cdus[0].Location).ToList();
        var energy = units.Sum(cdu => cdu.TrueMillijoules);

        _played.Faults.Put(new(FaultKind.Pump, Cdus[0].Location.Path, Cdus[0].Name, Feed: null, For: null));
        _played.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(site.Power.CoolantPumps, units.Sum(cdu => (double)cdu.Measured.PumpMilliwatts), tolerance: units.Count);
        Assert.True(units.Sum(cdu => cdu.TrueMillijoules) > energy);
        Assert.Equal(site.Energy.CoolantPumps, units.Sum(cdu => (double)cdu.TrueMillijoules), tolerance: site.Power.CoolantPumps + (400 * units.Count));
    }

    [Fact]
    public void A_leak_of_what_holds_no_liquid_is_refused() =>
        Assert.Throws<FaultRefusedException>(() => _played.Faults.Put(new(FaultKind.Leak, "NJ-01", "utility-1", Feed: null, For: null)));
}
