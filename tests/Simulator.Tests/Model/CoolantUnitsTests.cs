using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Tests.Model;

/// <summary>Two coolant distribution units of one site.</summary>
public sealed class CoolantUnitsTests
{
    const double Design = 200_000;
    const double Load = 180_000;
    readonly CoolantUnits _units = new();

    public CoolantUnitsTests()
    {
        _units.Enter(Design / 2, milliwatts: 0, millijoules: 0);
        _units.Enter(Design / 2, milliwatts: 0, millijoules: 0);
    }

    [Fact]
    public void A_unit_with_one_pump_takes_what_that_one_takes_and_the_other_what_it_took()
    {
        var both = _units.Step(Load, Design, seconds: 10);
        _units.StopPump(0, isStopped: true);

        var one = _units.Step(Load, Design, seconds: 10);

        Assert.Equal(LiquidLoop.At(Load / 2, Design / 2, hasOnePump: true).PumpWatts, _units.MilliwattsOf(0) / 1_000.0, precision: 3);
        Assert.Equal(both / 2, _units.MilliwattsOf(1) / 1_000.0, precision: 3);
        Assert.True(one < 0.8 * both, $"{one} W of {both} W");
        Assert.Equal((both + one) * 10_000, _units.Millijoules.Sum(), tolerance: 100);
    }

    [Fact]
    public void Each_goes_on_from_what_it_had_taken_and_without_that_from_its_share()
    {
        _units.Restore(900, [600, 300]);
        Assert.Equal([600, 300], _units.Millijoules);

        _units.Restore(900, units: null);
        Assert.Equal([450, 450], _units.Millijoules);
    }
}
