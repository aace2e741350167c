using DcOps.Collectors.Pipeline.Telemetry;
using static DcOps.Collectors.Pipeline.Tests.Profiles.Answers;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>A coolant distribution unit: both its loops, its pumps, its ropes.</summary>
public sealed class LiquidCoolingTests
{
    const string Label = "1.3.6.1.4.1.476.1.42.3.9.20.1.10.1.2.1.";
    const string Value = "1.3.6.1.4.1.476.1.42.3.9.20.1.20.1.2.1.";
    const string Unit = "1.3.6.1.4.1.476.1.42.3.9.20.1.30.1.2.1.";

    [Theory]
    [InlineData("Secondary Fluid Supply Temperature", "32.5", "deg C", "loop-2/supply-temperature", 32.5)]
    [InlineData("Secondary Fluid Return Temperature", "107.6", "deg F", "loop-2/return-temperature", 42.0)]
    [InlineData("Facility Fluid Supply Temperature", "18", "deg C", "loop-1/supply-temperature", 18.0)]
    [InlineData("Secondary Fluid Flow Rate", "600", "LPM", "loop-2/liquid-flow", 0.01)]
    [InlineData("Secondary Fluid Differential Pressure", "1.5", "bar", "loop-2/differential-pressure", 150_000.0)]
    [InlineData("Pump 2 Speed", "65", "%", "pump-2/speed-ratio", 0.65)]
    [InlineData("Total Heat Load", "412.5", "kW", "total/cooling-power", 412_500.0)]
    [InlineData("Total Power Consumption", "3.214", "kW", "total/active-power", 3_214.0)]
    [InlineData("Total Energy Consumption", "1234.567", "kWh", "total/active-energy", 1_234_567.0)]
    [InlineData("Pump 1 Status", "On", "", "pump-1/condition", 0.0)]
    [InlineData("Pump 1 Status", "Fault", "", "pump-1/condition", 2.0)]
    [InlineData("Leak Detection Status", "Normal", "", "leak-9001/condition", 0.0)]
    [InlineData("Leak Detection Status", "Leak Detected", "", "leak-9001/condition", 2.0)]
    public void Says_each_side_as_a_loop_in_canonical_units(string label, string value, string unit, string point, double expected)
    {
        var readings = Of(
            Device("liebert-gp"), RawValue.Of(Label + "9001", label), RawValue.Of(Value + "9001", value), RawValue.Of(Unit + "9001", unit));

        Assert.Equal(expected, readings.At(point).Value!.Value, 9);
    }

    [Fact]
    public void Says_the_leak_rope_of_a_row_cooler_as_a_part_of_its_own()
    {
        const string leak = "1.3.6.1.4.1.318.1.1.13.3.2.2.2.27.0";

        Assert.Equal(0, Of(Device("apc-inrow"), Raw(leak, 1)).At("leak-1/condition").Value);
        Assert.Equal(2, Of(Device("apc-inrow"), Raw(leak, 2)).At("leak-1/condition").Value);
    }
}
