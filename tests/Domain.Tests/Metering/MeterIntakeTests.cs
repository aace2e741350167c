using DcOps.Domain.Metering;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Metering;

public sealed class MeterIntakeTests
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Joins_a_position_with_the_evidence_of_its_poll()
    {
        var intake = MeterIntake.Of(Batch(
            Of("main", Quantity.ActiveEnergy, 1_000), Of("main", Quantity.ActivePower, 500),
            Of("main", Quantity.RegisterResetAt, 60), Of("main", Quantity.Uptime, 3_600), Of("ups", Quantity.ActiveEnergy, 7),
            Of("tank", Quantity.WaterVolume, 12)));

        Assert.Equal(
            [
                ("main", new(At, 1_000, "A-1", DateTimeOffset.UnixEpoch.AddMinutes(1), At.AddHours(-1), 500)),
                ("ups", new(At, 7)), ("tank", new(At, 12)),
            ],
            intake.Registers);
        Assert.Equal([("main", new(At, new(500)))], intake.Samples);
    }

    [Fact]
    public void Leaves_out_what_is_not_usable_and_what_is_no_total()
    {
        var intake = MeterIntake.Of(Batch(
            Of("main", Quantity.ActiveEnergy, null),
            Of("main", Quantity.ActiveEnergy, 5) with { Quality = ReadingQuality.Bad },
            Of("main", Quantity.ActiveEnergy, 5) with { Point = PointId.Parse("main/phase-1/active-energy") },
            Of("ups", Quantity.RegisterResetAt, -5)));

        Assert.Empty(intake.Registers);
        Assert.Empty(intake.Samples);
    }

    static Reading Of(string device, Quantity quantity, double? value) => new(PointId.Total(device, quantity), value, At, ReadingQuality.Good);

    static ReadingBatch Batch(params Reading[] readings) => new(
        "c", 1, Location.PlantOf(FacilityId.Parse("NJ-01")), At, [.. readings],
        [new(PointId.Total("main", Quantity.ActiveEnergy), 1, null, 1_000, false, "A-1")]);
}
