using System.Diagnostics.CodeAnalysis;
using DcOps.Simulator.Computing;

namespace DcOps.Simulator.Options;

/// <summary>The command line of a day of compute to be placed.</summary>
/// <param name="Out">Folder that receives the tables.</param>
public sealed record PlanArguments(ProvinceScene Scene, string Out)
{
    public const string Usage =
        """
        DcOps.Simulator plan --out DIR [options]
          writes a day of compute to be placed as the tables that 'plan make' reads
          --facilities N   data centres (default 100)
          --jobs N         jobs (default 2000)
          --load N         demand over what is free, in per cent: 35 is a normal day, 55 a hard one (default 35)
          --seed N         another province of the same size (default 7)
          --grid yes|no    demand charges, a demand-response event, and data to be moved (default yes)
        """;

    /// <summary>Null with the reason when the line is not of the form of <see cref="Usage"/>.</summary>
    public static PlanArguments? TryParse(IReadOnlyList<string> line, [NotNullWhen(false)] out string? reason)
    {
        var read = new PlanArguments(new ProvinceScene(100, 2_000, 0.35, 7) { HasGridTerms = true }, "");
        reason = line.Count % 2 == 0 ? null : $"{line[^1]} needs a value, or is not an option.";
        for (var index = 0; index + 1 < line.Count && reason is null; index += 2)
            read = read.With(line[index], line[index + 1], ref reason);
        if (reason is null && read.Out.Length == 0)
            reason = "--out names the folder that receives the tables.";
        return reason is null ? read : null;
    }

    PlanArguments With(string option, string value, ref string? reason)
    {
        switch (option)
        {
            case "--out":
                return this with { Out = value };
            case "--facilities":
                return this with { Scene = Scene with { Facilities = (int)OptionNumber.Read(option, value, 10, 1_000, ref reason) } };
            case "--jobs":
                return this with { Scene = Scene with { Jobs = (int)OptionNumber.Read(option, value, 1, 100_000, ref reason) } };
            case "--load":
                return this with { Scene = Scene with { Load = OptionNumber.Read(option, value, 1, 200, ref reason) / 100.0 } };
            case "--seed":
                return this with { Scene = Scene with { Seed = (int)OptionNumber.Read(option, value, 0, int.MaxValue, ref reason) } };
            case "--grid" when value is "yes" or "no":
                return this with { Scene = Scene with { HasGridTerms = value == "yes" } };
            default:
                reason = option == "--grid" ? $"--grid {value}: write yes or no." : $"'{option}' is not an option.";
                return this;
        }
    }
}
