using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Tests.Options;

public sealed class FaultArgumentsTests
{
    [Fact]
    public void Read_a_silence_of_ten_minutes()
    {
        var arguments = Read("silent NJ-01/R01/A01 pdu-a --for 10m");

        Assert.Equal(new FaultRequest(FaultKind.Silent, "NJ-01/R01/A01", "pdu-a", null, TimeSpan.FromMinutes(10)), arguments.Put);
    }

    [Fact]
    public void Read_a_trip_of_a_feed()
    {
        var arguments = Read("trip NJ-01/R01/A --feed b --for 90s --control-port 9000");

        Assert.Equal(new FaultRequest(FaultKind.Trip, "NJ-01/R01/A", null, Feed.B, TimeSpan.FromSeconds(90)), arguments.Put);
        Assert.Equal(9000, arguments.ControlPort);
    }

    [Fact]
    public void Read_list_and_clear()
    {
        Assert.Equal(new FaultArguments(null, false, null, 8661), Read("list"));
        Assert.Equal(new FaultArguments(null, true, null, 8661), Read("clear"));
        Assert.Equal(Read("clear"), Read("clear all"));
        Assert.Equal(new FaultArguments(null, true, 4, 8661), Read("clear 4"));
    }

    [Theory]
    [InlineData("", "fault needs a kind, or list, or clear.")]
    [InlineData("melt NJ-01", "'fault melt NJ-01' is not of a known form.")]
    [InlineData("silent", "'fault silent' is not of a known form.")]
    [InlineData("wan NJ-01 --for ever", "--for ever: a time is a whole number with s, m or h, as in 10m.")]
    [InlineData("wan NJ-01 --for 0m", "--for 0m: a time is a whole number with s, m or h, as in 10m.")]
    [InlineData("trip NJ-01/R01/A --feed c", "--feed c: a feed is a or b.")]
    [InlineData("wan NJ-01 --for", "--for needs a value.")]
    [InlineData("wan NJ-01 --loud yes", "'--loud' is not an option of fault.")]
    [InlineData("clear four", "fault clear four: must be a whole number from 1 to 2147483647.")]
    public void A_wrong_line_is_named(string line, string expected)
    {
        var arguments = FaultArguments.TryParse(Words(line), out var reason);

        Assert.Null(arguments);
        Assert.Equal(expected, reason);
    }

    static FaultArguments Read(string line)
    {
        var arguments = FaultArguments.TryParse(Words(line), out var reason);
        Assert.Null(reason);
        return arguments!;
    }

    static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
