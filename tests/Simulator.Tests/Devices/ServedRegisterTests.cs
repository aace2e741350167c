using DcOps.Simulator.Devices;

namespace DcOps.Simulator.Tests.Devices;

public sealed class ServedRegisterTests
{
    const long Step = RegisterForm.WattHour;
    const long Tenth = 100 * RegisterForm.WattHour;

    [Fact]
    public void Shows_whole_steps_and_keeps_the_rest_for_later()
    {
        var register = new ServedRegister(startsAtMillijoules: 5 * Tenth, RegisterForm.ApcPdu);

        Assert.Equal(5, register.CountsAt(0));
        Assert.Equal(5, register.CountsAt(Tenth - 1));
        Assert.Equal(6, register.CountsAt(Tenth));
        Assert.Equal(7, register.CountsAt((2 * Tenth) + (Tenth / 2)));
    }

    [Fact]
    public void Starts_at_zero_after_a_reset_and_goes_on_from_there()
    {
        var register = new ServedRegister(startsAtMillijoules: 5 * Tenth, RegisterForm.ApcPdu);

        register.Reset(trueMillijoules: 12 * Tenth);

        Assert.Equal(0, register.CountsAt(12 * Tenth));
        Assert.Equal(3, register.CountsAt(15 * Tenth));
    }

    [Fact]
    public void Wraps_at_its_modulus_without_losing_energy()
    {
        var register = new ServedRegister(startsAtMillijoules: 0, RegisterForm.VertivPdu);

        register.SetBeforeWrap(trueMillijoules: 40 * Step, counts: 3);

        Assert.Equal(9_999_997, register.CountsAt(40 * Step));
        Assert.Equal(9_999_999, register.CountsAt(42 * Step));
        Assert.Equal(0, register.CountsAt(43 * Step));
        Assert.Equal(4, register.CountsAt(47 * Step));
    }

    [Fact]
    public void Of_a_plant_meter_counts_watt_hours_for_ever()
    {
        var register = new ServedRegister(startsAtMillijoules: 0, RegisterForm.Meter);

        Assert.Equal(2_000_000_000_000, register.CountsAt(2_000_000_000_000 * RegisterForm.WattHour));
        Assert.Throws<InvalidOperationException>(() => register.SetBeforeWrap(0, 1));
    }
}
