using DcOps.Domain.Csv;
using DcOps.Domain.Metering;

namespace DcOps.Import;

/// <summary>A meter registry in a file of a person's own: CSV or YAML by its ending.</summary>
public static class MeterFile
{
    /// <summary>The registry, or null with every fault by file, line and column or key.</summary>
    /// <param name="file">Ends in .csv, .yaml or .yml.</param>
    /// <exception cref="FormatException">The ending is another one.</exception>
    public static MeterRegistry? Parse(string file, string text, out ImmutableArray<CsvFault> faults) =>
        IsYaml(file) ? MeterYaml.Read(file, text, out faults) : MeterCsv.Read(file, text, out faults);

    /// <exception cref="FormatException">The ending of <paramref name="file"/> is neither of CSV nor of YAML.</exception>
    public static string Write(string file, MeterRegistry registry) => IsYaml(file) ? MeterYaml.Write(registry) : MeterCsv.Write(registry);

    static bool IsYaml(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".YAML" or ".YML" => true,
        ".CSV" => false,
        _ => throw new FormatException($"{file}: a register of meters is a .csv, .yaml or .yml file."),
    };
}
