using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>One worked example a shipped rule, with numbers that can be checked by head.</summary>
static class RuleExamples
{
    static readonly DateTimeOffset Now = AlarmScene.Start;
    static readonly PointId AnyPoint = PointId.Total("pdu-a", Quantity.ActivePower);
    static readonly Equipment Breaker = new(EquipmentClass.Breaker, null, 32, null);

    public static IReadOnlyList<RuleExample> All { get; } =
    [
        Points("inlet-temperature", PartKind.Sensor, Quantity.InletTemperature, abnormal: 28, normal: 26),
        Points("humidity", PartKind.Sensor, Quantity.Humidity, abnormal: 0.75, normal: 0.5),
        Points("leak", PartKind.Leak, Quantity.Condition, abnormal: 2, normal: 0),
        Points("breaker-condition", PartKind.Breaker, Quantity.Condition, abnormal: 2, normal: 0),
        Points("cooling-unit-condition", PartKind.Total, Quantity.Condition, abnormal: 1, normal: 0),
        Points("power-machine-condition", PartKind.Total, Quantity.Condition, abnormal: 2, normal: 0),
        Points("feed-dead", PartKind.Total, Quantity.Voltage, abnormal: 3, normal: 229),
        Points("frequency", PartKind.Input, Quantity.Frequency, abnormal: 50.7, normal: 50),
        Points("battery-health", PartKind.Battery, Quantity.BatteryHealth, abnormal: 0.7, normal: 0.9),
        RuleExample.Of("inlet-temperature-rise", new PointTrend(AnyPoint, 1.4), new PointTrend(AnyPoint, 0.2), new PointTrend(AnyPoint, null)),
        // 90 % of 32 A is 28.8 A; 80 % is 25.6 A.
        Points("overload", PartKind.Breaker, Quantity.Current, abnormal: 29, normal: 20, Breaker),
        Points("breaker-derating", PartKind.Breaker, Quantity.Current, abnormal: 26, normal: 24, Breaker),
        // Mean 10 A, furthest 4 A: 40 %.
        RuleExample.Of(
            "phase-imbalance", new PhaseCurrents(14, 8, 8, 16), new PhaseCurrents(10, 10, 10, 16), new PhaseCurrents(10, null, 10, 16)),
        RuleExample.Of(
            "redundancy-lost", new RedundantGroup("UPS-B", 3, 2, 2, 0), new RedundantGroup("UPS-B", 3, 2, 3, 0),
            new RedundantGroup("UPS-B", 3, 2, 2, 1)),
        // 14 A on A and 13 A on B in the same minute: 27 A on a breaker of 32 A derated to 25.6 A.
        RuleExample.Of("failover", Failover(27), Failover(20), Failover(null)),
        Points("ups-on-battery", PartKind.Total, Quantity.SecondsOnBattery, abnormal: 12, normal: 0),
        Points("battery-runtime", PartKind.Total, Quantity.BatteryRuntime, abnormal: 600, normal: 1_800),
        Points("missing-value", PartKind.Total, Quantity.ActivePower, abnormal: null, normal: 0, canBeMissing: false),
        RuleExample.Of("device-silent", Silent(91, 30), Silent(89, 30)),
        RuleExample.Of("collector-silent", Silent(31, 5), Silent(29, 5)),
        RuleExample.Of("stuck-inlet", Stretch(25), Stretch(23), new SensorStretch(AnyPoint, null, TimeSpan.FromHours(25))),
        RuleExample.Of("stuck-humidity", Stretch(25), Stretch(23), new SensorStretch(AnyPoint, null, TimeSpan.FromHours(25))),
        RuleExample.Of(
            "clock-fault", new ClockOffset("pdu-a", TimeSpan.FromSeconds(-90)), new ClockOffset("pdu-a", TimeSpan.FromSeconds(10)),
            new ClockOffset("pdu-a", null)),
        // Vector D04: parent 1 000, children 970, tolerance 2 %.
        RuleExample.Of(
            "meter-balance", new BalancedEnergy("main", new Energy(1_000_000), new Energy(970_000)),
            new BalancedEnergy("main", new Energy(1_000_000), new Energy(990_000)), new BalancedEnergy("main", new Energy(1_000_000), null)),
        RuleExample.Of("pue-drift", new PueComparison(1.36, 1.30, 0.95), new PueComparison(1.31, 1.30, 0.95), new PueComparison(1.36, 1.30, 0.8)),
        RuleExample.Of(
            "pue-forecast", new PueForecast(1.52, 1.48, 1.56, 1.5, "gb-40879 grade-3"), new PueForecast(1.4, 1.38, 1.42, 1.5, "gb-40879 grade-3"),
            new PueForecast(null, null, null, 1.5, "gb-40879 grade-3")),
        RuleExample.Of("low-utilisation", Used(0.5, 5), Used(2, 5), new UsedCapacity("A07", null, Power.FromKilowatts(5), TimeSpan.FromDays(30))),
        RuleExample.Of("headroom", Used(4.6, 5), Used(3, 5), new UsedCapacity("A07", Power.FromKilowatts(3), null, TimeSpan.FromDays(30))),
        // A quarter of the year gone and 30 of 100 MWh used: 120 at the end.
        RuleExample.Of(
            "energy-budget", new BudgetUse("NJ-01", new Energy(30_000_000), new Energy(100_000_000), 0.25),
            new BudgetUse("NJ-01", new Energy(20_000_000), new Energy(100_000_000), 0.25),
            new BudgetUse("NJ-01", null, new Energy(100_000_000), 0.25)),
        Unlike("cooling-power-unlike-itself"),
        Unlike("it-power-unlike-itself"),
    ];

    static RuleExample Unlike(string rule) => RuleExample.Of(
        rule, new ExpectedValue(AnyPoint, 5_000, new ExpectedBand(2_000, 2_500, 3_000, 40)),
        new ExpectedValue(AnyPoint, 2_600, new ExpectedBand(2_000, 2_500, 3_000, 40)),
        new ExpectedValue(AnyPoint, 5_000, new ExpectedBand(2_000, 2_500, 3_000, 9)));

    static RuleExample Points(
        string rule, PartKind part, Quantity quantity, double? abnormal, double? normal, Equipment? equipment = null,
        bool canBeMissing = true)
    {
        return RuleExample.Of(rule, View(abnormal), View(normal), canBeMissing ? View(null) : null);

        PointView View(double? value) => new(
            AlarmScene.Rack, new(new PointId("device-1", part, 1, quantity), value, Now, ReadingQuality.Good), equipment);
    }

    static FailoverLoad Failover(double? peak) => new("feed A", "feed B", [new("L1", peak, 32, null), new("L2", 10, 32, null)]);

    static Contact Silent(double seconds, double interval) =>
        new("pdu-a", Now, Now, TimeSpan.FromSeconds(interval), Now.AddSeconds(seconds));

    static SensorStretch Stretch(double hours) => new(AnyPoint, 21.5, TimeSpan.FromHours(hours));

    static UsedCapacity Used(double kilowatts, double granted) => new(
        "A07", Power.FromKilowatts(kilowatts), Power.FromKilowatts(granted), TimeSpan.FromDays(30), "breaker-12");
}
