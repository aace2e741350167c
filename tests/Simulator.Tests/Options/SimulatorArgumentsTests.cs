using DcOps.Simulator.Layout;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Tests.Options;

public sealed class SimulatorArgumentsTests
{
    [Fact]
    public void Play_the_default_province_when_nothing_is_said()
    {
        var arguments = SimulatorArguments.TryParse([], out _)!;

        Assert.Equal(LayoutSize.Default, arguments.Size);
        Assert.Equal("127.0.0.1:18830", arguments.Broker.ToString());
        Assert.Equal(Path.Combine("data", "simulator", "site.json"), arguments.Site);
        Assert.Equal(8661, arguments.ControlPort);
    }

    [Theory]
    [InlineData("1", 6, 600)]
    [InlineData("10", 60, 6_000)]
    [InlineData("100", 600, 60_000)]
    public void Scale_multiplies_facilities_and_racks(string scale, int facilities, int racks)
    {
        var arguments = SimulatorArguments.TryParse(["--scale", scale], out _)!;

        Assert.Equal(new LayoutSize(facilities, racks), arguments.Size);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var arguments = SimulatorArguments.TryParse(
            ["--facilities", "2", "--racks", "40", "--seed", "9", "--data", "d", "--site", "s.json",
             "--broker", "broker.example:8883", "--snmp-port", "1161", "--control-port", "0"],
            out _);

        Assert.Equal(new SimulatorArguments(new(2, 40), 9, "d", "s.json", new("broker.example", 8883), 1161, 0), arguments);
    }

    [Theory]
    [InlineData("--speed 9", "'--speed' is not an option.")]
    [InlineData("--scale", "--scale needs a value, or is not an option.")]
    [InlineData("--scale zero", "--scale zero: must be a whole number from 1 to 216.")]
    [InlineData("--scale 217", "--scale 217: must be a whole number from 1 to 216.")]
    [InlineData("--racks 5", "racks is 5; 6 facilities need at least 60.")]
    [InlineData("--seed -1", "--seed -1: must be a whole number from 0 to 9223372036854775807.")]
    [InlineData("--snmp-port 70000", "--snmp-port 70000: must be a whole number from 1 to 65535.")]
    [InlineData("--broker here", "--broker here: a broker is HOST:PORT, as in 127.0.0.1:18830.")]
    public void A_wrong_option_is_named(string line, string expected)
    {
        var arguments = SimulatorArguments.TryParse(line.Split(' '), out var reason);

        Assert.Null(arguments);
        Assert.Equal(expected, reason);
    }
}
