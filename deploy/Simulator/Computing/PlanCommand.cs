using System.Globalization;
using DcOps.Domain.Scheduling.Tables;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Computing;

/// <summary><c>DcOps.Simulator plan</c>: a day of compute to be placed, as tables.</summary>
public static class PlanCommand
{
    const int WrongLine = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> line, TextWriter output, TextWriter errors)
    {
        if (line is ["--help" or "-h", ..])
        {
            await output.WriteLineAsync(PlanArguments.Usage);
            return 0;
        }

        if (PlanArguments.TryParse(line, out var reason) is not { } arguments)
        {
            await errors.WriteLineAsync(reason);
            await errors.WriteLineAsync(PlanArguments.Usage);
            return WrongLine;
        }

        Directory.CreateDirectory(arguments.Out);
        var input = ProvinceOf.Make(arguments.Scene);
        foreach (var (name, text) in PlanTables.Write(input))
            await File.WriteAllTextAsync(Path.Combine(arguments.Out, name), text);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{input.Facilities.Length} facilities, {input.Pools.Length} pools and {input.Workloads.Length} jobs are in {arguments.Out}."));
        return 0;
    }
}
