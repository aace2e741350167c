using System.Globalization;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Years;

/// <summary><c>DcOps.Simulator year</c>: a province's past as the files that an authority would have collected.</summary>
public static class YearCommand
{
    const int WrongLine = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> line, TextWriter output, TextWriter errors)
    {
        if (line is ["--help" or "-h", ..])
        {
            await output.WriteLineAsync(YearArguments.Usage);
            return 0;
        }

        if (YearArguments.TryParse(line, out var reason) is not { } arguments)
        {
            await errors.WriteLineAsync(reason);
            await errors.WriteLineAsync(YearArguments.Usage);
            return WrongLine;
        }

        var plan = ProvinceGenerator.Generate(arguments.Size, arguments.Seed);
        var folder = new YearFolder(arguments.Out);
        var (done, readings) = (0, 0L);
        Parallel.ForEach(plan.Facilities, facility =>
        {
            var year = new FacilityYear(facility, arguments.From, arguments.To, arguments.Seed);
            year.Play();
            var written = folder.Add(year);
            var sum = Interlocked.Add(ref readings, written);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Interlocked.Increment(ref done)} of {plan.Facilities.Length}: {facility.Id}, {written:N0} readings, {sum:N0} in all"));
        });
        folder.Finish(plan);
        return 0;
    }
}
