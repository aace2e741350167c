using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DcOps.Simulator.Layout;

namespace DcOps.Simulator.Options;

/// <summary>The command line of a year that is played at once.</summary>
/// <param name="From">First local day.</param>
/// <param name="To">First local day no longer.</param>
/// <param name="Out">Folder that receives the files.</param>
public sealed record YearArguments(LayoutSize Size, ulong Seed, DateOnly From, DateOnly To, string Out)
{
    public const string Usage =
        """
        DcOps.Simulator year --from DAY --to DAY --out DIR [options]
          plays local days from DAY up to, not including, the other at once, with faults of meters, and writes
          DIR/FACILITY/readings.csv and weather.csv, and for the province site.json, facilities.csv, meters.csv, faults.csv
          and truth.csv
          --from, --to DAY      as in 2025-11-01
          --facilities N        data centres (default 6)
          --racks N             racks of the province (default 600)
          --seed N              another province of the same size (default 1)
        """;

    /// <summary>Null with the reason when the line is not of the form of <see cref="Usage"/>.</summary>
    public static YearArguments? TryParse(IReadOnlyList<string> line, [NotNullWhen(false)] out string? reason)
    {
        var read = new YearArguments(LayoutSize.Default, 1, default, default, "");
        reason = line.Count % 2 == 0 ? null : $"{line[^1]} needs a value, or is not an option.";
        for (var index = 0; index + 1 < line.Count && reason is null; index += 2)
            read = read.With(line[index], line[index + 1], ref reason);

        reason ??= read switch
        {
            { Out.Length: 0 } => "--out names the folder that receives the files.",
            { From: var from, To: var to } when to <= from => "--from and --to name local days, the second after the first.",
            { Size.Fault: { } fault } => $"{fault}.",
            _ => null,
        };
        return reason is null ? read : null;
    }

    YearArguments With(string option, string value, ref string? reason)
    {
        switch (option)
        {
            case "--from":
                return this with { From = Day(option, value, ref reason) };
            case "--to":
                return this with { To = Day(option, value, ref reason) };
            case "--out":
                return this with { Out = value };
            case "--facilities":
                return this with { Size = Size with { Facilities = (int)OptionNumber.Read(option, value, 1, LayoutSize.MostFacilities, ref reason) } };
            case "--racks":
                return this with { Size = Size with { Racks = (int)OptionNumber.Read(option, value, 1, LayoutSize.MostRacks, ref reason) } };
            case "--seed":
                return this with { Seed = (ulong)OptionNumber.Read(option, value, 0, long.MaxValue, ref reason) };
            default:
                reason = $"'{option}' is not an option.";
                return this;
        }
    }

    static DateOnly Day(string option, string text, ref string? reason)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            reason = $"{option} {text}: a day is written as 2025-11-01.";
        return day;
    }
}
