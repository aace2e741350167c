using DcOps.Simulator.Physics;
using DcOps.Simulator.Truth;

namespace DcOps.Simulator.Tests.Truth;

public sealed class EnergyTraceTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Knows_the_energy_of_any_window_it_has_seen()
    {
        var trace = Traced(seconds: 600, interval: 1);

        var joules = trace.Joules(Start.AddSeconds(100), Start.AddSeconds(160));

        Assert.Equal(60 * 1_000, joules!.Value[(int)TruthRole.ItInput], tolerance: 1e-6);
        Assert.Equal(60 * 1_250, joules.Value[(int)TruthRole.Utility], tolerance: 1e-6);
    }

    [Fact]
    public void Cuts_a_second_in_proportion()
    {
        var trace = Traced(seconds: 10, interval: 1);

        var joules = trace.Joules(Start.AddMilliseconds(2_250), Start.AddMilliseconds(3_500));

        Assert.Equal(1.25 * 1_000, joules!.Value[(int)TruthRole.ItInput], tolerance: 1e-6);
    }

    [Fact]
    public void Bridges_samples_that_are_seconds_apart()
    {
        var trace = Traced(seconds: 600, interval: 5);

        var joules = trace.Joules(Start.AddSeconds(101), Start.AddSeconds(163));

        Assert.Equal(62 * 1_000, joules!.Value[(int)TruthRole.ItInput], tolerance: 1e-6);
    }

    [Fact]
    public void Refuses_a_window_that_it_has_not_wholly_seen()
    {
        var trace = Traced(seconds: 60, interval: 1);

        Assert.Null(trace.Joules(Start.AddSeconds(-1), Start.AddSeconds(30)));
        Assert.Null(trace.Joules(Start, Start.AddSeconds(61)));
        Assert.Null(new EnergyTrace(1).Joules(Start, Start.AddSeconds(1)));
    }

    [Fact]
    public void Keeps_a_day_and_forgets_what_is_older()
    {
        var trace = Traced(seconds: 86_400 + 500, interval: 1);

        Assert.Equal((Start.AddSeconds(500), Start.AddSeconds(86_900)), trace.Kept);
        Assert.Null(trace.Joules(Start.AddSeconds(499), Start.AddSeconds(600)));
        Assert.Equal(86_400 * 1_000.0, trace.Joules(Start.AddSeconds(500), Start.AddSeconds(86_900))!.Value[(int)TruthRole.ItInput], tolerance: 1e-3);
    }

    // 1 kW of IT load and 250 W of fans.
    static EnergyTrace Traced(int seconds, int interval)
    {
        var trace = new EnergyTrace(interval);
        var power = new Balance(1_000_000, 0, 0, 0, 250_000, 0, 0, 0, 0);
        for (var second = 0; second <= seconds; second++)
            trace.Add(Start.ToUnixTimeSeconds() + second, power * second);
        return trace;
    }
}
