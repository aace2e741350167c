using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DcOps.Domain.Csv;
using DcOps.Domain.Metering;

namespace DcOps.Import;

/// <summary>The meter registry as YAML: the columns of its table as keys, empty cells left out. What is written is read back to the same.</summary>
public static class MeterYaml
{
    const string Root = "meters";

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The registry of a file, or null with every fault by file, line and key.</summary>
    public static MeterRegistry? Read(string file, string text, out ImmutableArray<CsvFault> faults)
    {
        var found = new List<CsvFault>();
        return MeterCsv.Read(YamlRows.Read(file, text, Root, MeterColumns.All, found), found, out faults);
    }

    public static string Write(MeterRegistry registry)
    {
        var text = new StringBuilder(Root).Append(registry.Entries.IsEmpty ? ": []\n" : ":\n");
        foreach (var entry in registry.Entries)
        {
            var (cells, lead) = (MeterCsv.Cells(entry), "  - ");
            for (var index = 0; index < cells.Length; index++)
            {
                if (cells[index].Length == 0)
                    continue;

                text.Append(lead).Append(MeterColumns.All[index]).Append(": ").Append(Scalar(MeterColumns.All[index], cells[index])).Append('\n');
                lead = "    ";
            }
        }

        return text.ToString();
    }

    // A serial like 0012 or 1e5 is a number to other readers, and no longer the serial.
    static string Scalar(string column, string cell) =>
        cell.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '/' or '.')
        && char.IsAsciiLetterOrDigit(cell[0])
        && (column is not (MeterColumns.Serial or MeterColumns.Meter or MeterColumns.Parent) || IsPlainName(cell))
            ? cell
            : JsonSerializer.Serialize(cell, Readable);

    static bool IsPlainName(string cell) =>
        char.IsAsciiLetter(cell[0]) && cell is not ("yes" or "no" or "on" or "off" or "true" or "false" or "null" or "y" or "n");
}
