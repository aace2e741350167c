using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>What a mapping tells of a register is enough for the ledger's rules.</summary>
public sealed class RegisterResetTests
{
    [Fact]
    [Trait("Vector", "Q06")]
    public void A_total_that_falls_is_a_reset_and_what_it_shows_since_is_its_energy()
    {
        var bench = new MappingBench("home-assistant");
        bench.Retained("homeassistant/sensor/pdu1/energy/config", """{"stat_t":"pdu1/kwh","unit_of_meas":"kWh","stat_cla":"total_increasing"}""");
        var before = bench.Mapped("pdu1/kwh", "1200.5");
        var after = bench.Mapped("pdu1/kwh", "0.3", MappingBench.ReceivedAt.AddMinutes(1));

        var register = default(EnergyRegister);
        var opened = Step(register, before.Readings.Readings[0], before.Readings.Registers[0]);
        var reset = Step(opened.Register, after.Readings.Readings[0], after.Readings.Registers[0]);

        Assert.Equal((RegisterVerdict.ResetWithoutEvidence, 300), (reset.Verdict, reset.First!.Value.WattHours));
    }

    static RegisterStep Step(EnergyRegister register, Reading reading, RegisterTraits traits) =>
        register.Apply(reading.Value!.Value, reading.ObservedAt, traits, default, meanPower: null);
}
