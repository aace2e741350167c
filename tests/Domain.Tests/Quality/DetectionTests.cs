using DcOps.Domain.Metering;
using DcOps.Domain.Quality;
using DcOps.Domain.Tests.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Quality;

public sealed class DetectionTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_register_that_stands_still_for_more_than_a_day_is_stuck()
    {
        RegisterReading At(int hour, double position) => new(Start.AddHours(hour), position);

        Assert.Equal([new(Start.AddHours(1), Start.AddHours(26))], StuckCheck.Stretches([At(0, 5), At(1, 7), At(20, 7), At(26, 7), At(27, 8)]));
        Assert.Equal([new(Start, Start.AddHours(25))], StuckCheck.Stretches([At(0, 7), At(25, 7)]));
        Assert.Empty(StuckCheck.Stretches([At(0, 7), At(24, 7), At(25, 8)]));
        Assert.Empty(StuckCheck.Stretches([At(0, 0), At(48, 0)]));
    }

    [Fact]
    public void A_clock_is_judged_by_its_median()
    {
        var seen = new[] { 400, 401, -9_000 }.Select(seconds => (Start.AddSeconds(seconds), Start));

        Assert.Equal(TimeSpan.FromSeconds(400), ClockSkew.Median(seen));
        Assert.True(ClockSkew.IsFaulty(TimeSpan.FromSeconds(-301)));
        Assert.False(ClockSkew.IsFaulty(TimeSpan.FromSeconds(300)));
        Assert.Null(ClockSkew.Median([]));
    }

    [Theory]
    [InlineData(12_000, 12, UnitSuspicion.ThousandTooSmall)]
    [InlineData(12_000, 11_000, UnitSuspicion.None)]
    [InlineData(12, 12_500, UnitSuspicion.ThousandTooLarge)]
    [InlineData(0, 12, UnitSuspicion.None)]
    public void Kilowatts_for_watts_are_found_by_the_devices_own_register(long wattHours, double watts, UnitSuspicion expected)
    {
        Assert.Equal(expected, UnitCheck.Of(new(wattHours), TimeSpan.FromHours(1), new(watts)));
    }

    [Fact]
    public void One_serial_in_two_places_at_once_is_found()
    {
        var registry = new MeterRegistry([
            MeterOf.Role(MeterRole.UtilityEntrance, "main", serial: "A"), MeterOf.Role(MeterRole.UpsOutput, "ups", serial: "A"),
            MeterOf.Role(MeterRole.Cooling, "old", serial: "B", to: new(2026, 1, 1)),
            MeterOf.Role(MeterRole.Cooling, "new", serial: "B", from: new(2026, 1, 1)),
        ]);

        var shared = Assert.Single(SharedSerial.In(registry));

        Assert.Equal(("A", "main ups"), (shared.Serial, string.Join(' ', shared.Entries.Select(entry => entry.Meter))));
    }

    [Fact]
    public void The_widest_gaps_are_mended_first_until_the_verdict_is_decided()
    {
        var gaps = new[]
        {
            new MeterGap("main", false, new(new(0), new(100)), new(60)),
            new MeterGap("ups-a", true, new(new(0), new(20)), new(10)),
            new MeterGap("ups-b", true, new(new(0), new(1)), new(1)),
        };

        Assert.Equal(["main"], RepairNeed.Of(MeterOf.Facility, 1.30m, new(1_210), new(1_000), gaps)!.Meters);
        Assert.Equal(["main", "ups-a"], RepairNeed.Of(MeterOf.Facility, 1.25m, new(1_210), new(1_000), gaps)!.Meters);
        Assert.Null(RepairNeed.Of(MeterOf.Facility, 1.50m, new(1_210), new(1_000), gaps));
    }

    [Fact]
    public void A_plan_says_how_many_repairs_make_how_many_facilities_decidable()
    {
        FacilityId Id(int number) => FacilityId.Parse($"NJ-0{number}");

        var plan = RepairPlan.Of([
            (Id(1), ["meter-a", "meter-b"]), (Id(2), ["gateway"]), (Id(3), ["gateway"]), (Id(4), ["gateway", "meter-c"]),
            (Id(5), ["lone"]),
        ]);

        Assert.Equal(["gateway", "meter-c", "lone", "meter-a meter-b"], plan.Select(step => string.Join(' ', step.Repairs)));
        Assert.Equal([(1, 2), (2, 3), (3, 4), (5, 5)], plan.Select(step => (step.RepairsSoFar, step.UnlockedSoFar)));
    }
}
