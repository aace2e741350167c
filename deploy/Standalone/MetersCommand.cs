using System.Globalization;
using DcOps.Domain.Metering;
using DcOps.Import;

namespace DcOps.Standalone;

/// <summary>
/// <c>meters</c>: checks registers of meters in files, shows what one would change in another, writes one in the other form, and puts one
/// in force in the running product. Ends with 0, 1 when a register is faulty or refused, or 2 when the line is wrong.
/// </summary>
static class MetersCommand
{
    public const string Usage =
        """
        meters check FILE           every fault of a register by file, line and key
        meters diff BEFORE AFTER    what AFTER would change: entries added, changed, removed, and the figures it would restate
        meters convert FILE FILE    writes the first in the form of the second
        meters apply FILE --name NAME --reason TEXT [--to URL] [--dry-run]
                                    what FILE changes in the running product (default http://127.0.0.1:8080), and puts it in force
        a register is a .csv, .yaml or .yml file; its keys are the columns of the meter table
        """;

    /// <summary>The registry of a file; null when it is faulty, every fault written.</summary>
    public delegate Task<MeterRegistry?> Reader(string file, TextWriter errors);

    const int Faulty = 1;
    const int WrongLine = 2;

    public static async Task<int> RunAsync(string[] line, TextWriter output, TextWriter errors)
    {
        if (line is [] or [.., "--help" or "-h"])
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        try
        {
            return line switch
            {
                ["check", var file] => await CheckAsync(file, output, errors),
                ["diff", var before, var after] => await DifferAsync(before, after, output, errors),
                ["convert", var from, var to] => await ConvertAsync(from, to, errors),
                ["apply", .. var rest] => await MetersApply.RunAsync(MetersApplyArguments.Parse(rest), ReadAsync, output, errors),
                _ => throw new FormatException(Usage),
            };
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return WrongLine;
        }
    }

    static async Task<int> CheckAsync(string file, TextWriter output, TextWriter errors)
    {
        if (await ReadAsync(file, errors) is not { } registry)
            return Faulty;

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{file} is sound: {registry.Entries.Length} entries of {registry.Facilities.Count()} data centres."));
        return 0;
    }

    static async Task<int> DifferAsync(string before, string after, TextWriter output, TextWriter errors)
    {
        var (old, @new) = (await ReadAsync(before, errors), await ReadAsync(after, errors));
        if (old is null || @new is null)
            return Faulty;

        foreach (var text in DifferenceText.Lines(MeterRegistryDifference.Between(old, @new)))
            await output.WriteLineAsync(text);
        return 0;
    }

    static async Task<int> ConvertAsync(string from, string to, TextWriter errors)
    {
        if (await ReadAsync(from, errors) is not { } registry)
            return Faulty;

        var text = MeterFile.Write(to, registry);
        await using var stream = new FileStream(to, FileMode.CreateNew);
        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        return 0;
    }

    static async Task<MeterRegistry?> ReadAsync(string file, TextWriter errors)
    {
        var registry = MeterFile.Parse(file, await File.ReadAllTextAsync(file), out var faults);
        foreach (var fault in faults)
            await errors.WriteLineAsync(fault.ToString());
        return registry;
    }
}
