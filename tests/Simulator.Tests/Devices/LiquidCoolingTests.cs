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
    public void Every_room_of_accelerators_has_a_unit_and_every_rack_of_them_a_branch()
    {
        var liquid = _played.Province.Facilities.Where(site => site.Plan.Kind == SiteKind.AiTraining).ToList();

        Assert.NotEmpty(liquid);
        Assert.Equal(liquid.Sum(site => site.Plan.Rooms.Length), Cdus.Length);
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
    public void The_branches_of_a_room_carry_what_its_unit_does()
    {
        var branches = _played.Devices.All.OfType<CoolantBranchDevice>()
            .Where(branch => branch.Location.Rack!.Value.Room == Cdus[0].Room.Id).Select(branch => branch.Measured).ToList();

        Assert.Equal(Cdus[0].Measured.Loop.HeatWatts, branches.Sum(branch => branch.HeatWatts), tolerance: 0.01);
        Assert.Equal(Cdus[0].Measured.Loop.CubicMetresPerSecond, branches.Sum(branch => branch.CubicMetresPerSecond), precision: 9);
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
    public void A_leak_of_what_holds_no_liquid_is_refused() =>
        Assert.Throws<FaultRefusedException>(() => _played.Faults.Put(new(FaultKind.Leak, "NJ-01", "utility-1", Feed: null, For: null)));
}
