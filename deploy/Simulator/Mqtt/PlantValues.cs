using DcOps.Simulator.Devices;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Mqtt;

/// <summary>What a plant device tells, by the names that plain JSON and the Sparkplug node share.</summary>
static class PlantValues
{
    const double MilliwattsOfWatt = 1_000;
    const double LitresOfCubicMetre = 1_000;

    /// <summary>Values are <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, or a list of such lists.</summary>
    public static IEnumerable<(string Name, object Value)> Of(SimulatedDevice device) => device switch
    {
        MeterDevice meter => Of(meter, meter.Measured),
        OutdoorSensorDevice station => Of(station.Measured),
        CduDevice cdu => Of(cdu, cdu.Measured),
        CoolantBranchDevice branch => Of(branch.Measured),
        CrahDevice handler => Of(handler, handler.Measured),
        PanelDevice panel => Of(panel.Measured),
        _ => throw new ArgumentException($"{device.GetType().Name} is not a plant device.", nameof(device)),
    };

    static IEnumerable<(string, object)> Of(MeterDevice meter, MeterMeasure measure) =>
    [
        ("activePowerW", Math.Round(measure.Milliwatts / MilliwattsOfWatt, 1)),
        ("activeEnergyWh", meter.Register.CountsAt(measure.Millijoules)),
        ("serial", meter.Serial),
        ("ratedPowerW", meter.Rated),
    ];

    static IEnumerable<(string, object)> Of(CduDevice cdu, CduMeasure measure) =>
    [
        .. Of(measure.Loop),
        ("activePowerW", Math.Round(measure.PumpMilliwatts / MilliwattsOfWatt, 1)),
        ("activeEnergyWh", cdu.Register.CountsAt(measure.PumpMillijoules)),
        ("serial", cdu.Serial),
        ("ratedPowerW", cdu.Rated.Watts),
        ("differentialPressurePa", Math.Round(measure.Loop.PressurePascals)),
        ("pump1SpeedPct", Math.Round(measure.PumpSpeeds.First * 100, 1)),
        ("pump2SpeedPct", Math.Round(measure.PumpSpeeds.Second * 100, 1)),
        ("pump1Condition", measure.IsPumpStopped ? "critical" : "ok"),
        ("pump2Condition", "ok"),
        ("leakCondition", measure.IsLeaking ? "critical" : "ok"),
    ];

    static IEnumerable<(string, object)> Of(LiquidLoop loop) =>
    [
        ("coolingPowerW", Math.Round(loop.HeatWatts, 1)),
        ("liquidFlowLps", Math.Round(loop.CubicMetresPerSecond * LitresOfCubicMetre, 4)),
        ("liquidSupplyTemperatureC", LiquidLoop.SupplyCelsius),
        ("liquidReturnTemperatureC", Math.Round(loop.ReturnCelsius, 2)),
    ];

    static IEnumerable<(string, object)> Of(CrahDevice handler, CrahMeasure measure) =>
    [
        ("temperatureC", Math.Round(measure.Celsius, 1)),
        ("airFlowM3h", Math.Round(measure.FanShare * handler.FullFlow)),
        ("fanRpm", Math.Round(measure.FanShare * CrahDevice.FullSpeed)),
        ("condition", measure.IsStopped ? "critical" : "ok"),
    ];

    static IEnumerable<(string, object)> Of(PanelMeasure measure) =>
    [
        ("condition", "ok"),
        ("breakers", measure.Breakers.Select(breaker => (IEnumerable<(string, object)>)
        [
            ("activePowerW", Math.Round(breaker.Watts, 1)),
            ("currentA", Math.Round(breaker.Amperes, 2)),
            ("condition", breaker.IsOpen ? "critical" : "ok"),
        ])),
    ];

    static IEnumerable<(string, object)> Of(OutdoorMeasure measure) =>
    [
        ("temperatureC", Math.Round(measure.Weather.DryBulbCelsius, 1)),
        ("humidityPct", Math.Round(measure.Weather.Humidity * 100, 1)),
        ("dewPointC", Math.Round(measure.Weather.DewPointCelsius, 1)),
    ];
}
