using System.Diagnostics.CodeAnalysis;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Options;

/// <summary>The command line of <c>fault</c>.</summary>
/// <param name="Put">The fault to put in; null to list or clear.</param>
/// <param name="Clear">Whether standing faults end.</param>
/// <param name="Id">Number of the fault to end; null for all.</param>
public sealed record FaultArguments(FaultRequest? Put, bool Clear, int? Id, int ControlPort)
{
    public const string Usage =
        """
        fault silent FACILITY/ROOM/RACK DEVICE     the device answers nothing       fault silent NJ-01/R01/A01 pdu-a --for 10m
        fault stuck  FACILITY/ROOM/RACK DEVICE     its values stand still           fault stuck NJ-01/R01/A01 env
        fault reset  FACILITY/ROOM/RACK DEVICE     its energy register is set to 0  fault reset NJ-01 utility-1
        fault wrap   FACILITY/ROOM/RACK DEVICE     the PDU is exchanged for one whose register is about to wrap
        fault trip   FACILITY/ROOM/ROW             a row's breaker on a feed opens  fault trip NJ-01/R01/A --feed b --for 5m
        fault cooling FACILITY/ROOM/ROW            a row's air handler stops        fault cooling NJ-01/R01/A --for 10m
        fault battery FACILITY                     the UPS loses its input          fault battery NJ-01 --for 5m
        fault flap   FACILITY/ROOM/RACK env        a sensor goes to and fro         fault flap NJ-01/R01/A01 env --every 3m
        fault wan    FACILITY                      nothing of it is reachable       fault wan NJ-01 --for 15m
        fault leak   FACILITY DEVICE               a leak rope lies in liquid       fault leak SZ-01 cdu-r01
        fault pump   FACILITY DEVICE               a coolant pump stands still      fault pump SZ-01 cdu-r01 --for 10m
        fault list                                 what stands
        fault clear [NUMBER|all]                   ends one, or all
        A plant's devices stand at FACILITY alone (utility-1, ups-1, cooling-1, weather).
          --for TIME           90s, 10m, 2h; else until cleared
          --feed a|b           feed that trips (default a)
          --every TIME         period of a flapping sensor (default 3m)
          --control-port N     of the simulator (default 8661)
        """;

    static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.Ordinal)
    {
        ["silent"] = FaultKind.Silent,
        ["reset"] = FaultKind.Reset,
        ["wrap"] = FaultKind.Wrap,
        ["stuck"] = FaultKind.Stuck,
        ["trip"] = FaultKind.Trip,
        ["wan"] = FaultKind.Wan,
        ["leak"] = FaultKind.Leak,
        ["pump"] = FaultKind.Pump,
        ["cooling"] = FaultKind.Cooling,
        ["battery"] = FaultKind.Battery,
        ["flap"] = FaultKind.Flap,
    };

    /// <summary>Null with the reason when the line is not of the form of <see cref="Usage"/>.</summary>
    public static FaultArguments? TryParse(IReadOnlyList<string> line, [NotNullWhen(false)] out string? reason)
    {
        var words = new List<string>();
        var read = new FaultArguments(Put: null, Clear: false, Id: null, SimulatorArguments.DefaultControlPort);
        TimeSpan? lasts = null;
        TimeSpan? every = null;
        Feed? feed = null;
        reason = null;
        for (var index = 0; index < line.Count && reason is null; index++)
        {
            if (!line[index].StartsWith("--", StringComparison.Ordinal))
                words.Add(line[index]);
            else if (index + 1 == line.Count)
                reason = $"{line[index]} needs a value.";
            else
                read = read.With(line[index], line[++index], ref lasts, ref every, ref feed, ref reason);
        }

        reason ??= words.Count == 0 ? "fault needs a kind, or list, or clear." : null;
        var named = reason is null ? read.Named(words, lasts, every, feed, ref reason) : null;
        return reason is null ? named : null;
    }

    FaultArguments With(string option, string value, ref TimeSpan? lasts, ref TimeSpan? every, ref Feed? feed, ref string? reason)
    {
        switch (option)
        {
            case "--for" when DurationText.TryParse(value, out var duration):
                lasts = duration;
                return this;
            case "--every" when DurationText.TryParse(value, out var period):
                every = period;
                return this;
            case "--for" or "--every":
                reason = $"{option} {value}: a time is {DurationText.Form}.";
                return this;
            case "--feed":
                feed = value switch { "a" => Feed.A, "b" => Feed.B, _ => null };
                reason = feed is null ? $"--feed {value}: a feed is a or b." : null;
                return this;
            case "--control-port":
                return this with { ControlPort = (int)OptionNumber.Read(option, value, 1, 65_535, ref reason) };
            default:
                reason = $"'{option}' is not an option of fault.";
                return this;
        }
    }

    FaultArguments? Named(List<string> words, TimeSpan? lasts, TimeSpan? every, Feed? feed, ref string? reason)
    {
        switch (words)
        {
            case ["list"]:
                return this;
            case ["clear"] or ["clear", "all"]:
                return this with { Clear = true };
            case ["clear", var number]:
                return this with { Clear = true, Id = (int)OptionNumber.Read("fault clear", number, 1, int.MaxValue, ref reason) };
            case [var kind, var target, .. var rest] when rest.Count <= 1 && Kinds.TryGetValue(kind, out var fault):
                return this with { Put = new(fault, target, rest.Count == 1 ? rest[0] : null, feed, lasts, every) };
            default:
                reason = $"'fault {string.Join(' ', words)}' is not of a known form.";
                return null;
        }
    }
}
