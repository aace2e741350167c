using System.Diagnostics.CodeAnalysis;
using DcOps.Simulator.Faults;

namespace DcOps.Simulator.Options;

/// <summary>The command line of <c>scenario</c>.</summary>
public sealed record ScenarioArguments(ScenarioRequest Request, int ControlPort)
{
    public const string Usage =
        """
        scenario NAME FACILITY                     plays what people call it; which row or sensor it meets follows from the seed
          breaker-trip         a row's breaker opens: its racks lose one feed, the PDUs behind it are dark
          cooling-stop         a row's air handler stops: its inlets warm over minutes
          wan-cut              nothing of the data centre is reachable
          flapping             an inlet sensor crosses its limit to and fro
          ups-on-battery       the UPS loses its input; its runtime falls
          leak                 a leak rope lies in liquid (AI sites)
          storm                all of a data centre at once: on battery, every row's breaker A open, every air handler stopped
          --for TIME           90s, 10m, 2h; else until 'fault clear'
          --every TIME         period of what flaps (default 3m)
          --control-port N     of the simulator (default 8661)
        What is really broken is then at /truth/faults and in what-broke.csv of the data folder.
        """;

    /// <summary>Null with the reason when the line is not of the form of <see cref="Usage"/>.</summary>
    public static ScenarioArguments? TryParse(IReadOnlyList<string> line, [NotNullWhen(false)] out string? reason)
    {
        reason = line.Count >= 2 && line.Count % 2 == 0 ? null : "scenario needs a name and a facility, as in: scenario breaker-trip NJ-01.";
        if (reason is not null)
            return null;

        var read = new ScenarioArguments(new(line[0], line[1], For: null), SimulatorArguments.DefaultControlPort);
        for (var index = 2; index < line.Count && reason is null; index += 2)
            read = read.With(line[index], line[index + 1], ref reason);
        return reason is null ? read : null;
    }

    ScenarioArguments With(string option, string value, ref string? reason)
    {
        switch (option)
        {
            case "--for" when DurationText.TryParse(value, out var span):
                return this with { Request = Request with { For = span } };
            case "--every" when DurationText.TryParse(value, out var period):
                return this with { Request = Request with { Every = period } };
            case "--for" or "--every":
                reason = $"{option} {value}: a time is {DurationText.Form}.";
                return this;
            case "--control-port":
                return this with { ControlPort = (int)OptionNumber.Read(option, value, 1, 65_535, ref reason) };
            default:
                reason = $"'{option}' is not an option of scenario.";
                return this;
        }
    }
}
