using System.Globalization;
using System.Text.Json;
using DcOps.Domain.Configuration;
using DcOps.Domain.Csv;

namespace DcOps.Domain.PowerChain;

/// <summary>Reads the graph from JSON (section <c>chain</c>) or from a table. Every fault is named, all at once.</summary>
public static class ChainImport
{
    static readonly string[] Columns =
    [
        "facility", "id", "class", "name", "location", "device", "part", "phase", "powered-by", "cooled-by", "reports-through",
        "rated-kilowatts", "rated-amperes", "derating",
    ];

    /// <exception cref="ConfigurationException">A fault, with file, line, key and reason.</exception>
    public static DependencyGraph FromJson(string file, string text)
    {
        var document = ConfigurationDocument.Parse(file, text);
        var rows = document.Section<ChainRow[]>(ChainRow.Section, required: true) ?? [];
        var built = ChainBuilder.Build(
            rows, (row, key, reason) => document.Refuse(string.Create(CultureInfo.InvariantCulture, $"{ChainRow.Section}[{row}]{Dotted(key)}"), reason));
        document.ThrowIfFaulty();
        return built!;
    }

    /// <summary>Null when there is a fault.</summary>
    /// <param name="text">Columns in any order; several ids in one cell are divided by semicolons.</param>
    /// <param name="faults">Receives what is wrong, with line and column.</param>
    public static DependencyGraph? FromCsv(string file, string text, List<CsvFault> faults)
    {
        var read = CsvTable.Read(file, text, Columns, faults);
        var rows = read.ConvertAll(row => (row.Line, Row: RowOf(row)));
        if (faults.Count > 0)
            return null;

        return ChainBuilder.Build(
            [.. rows.Select(each => each.Row)],
            (row, key, reason) => faults.Add(new(file, rows[row].Line, ColumnOf(key), reason)));
    }

    static string Dotted(string key) => key.Length == 0 ? "" : $".{key}";

    static string ColumnOf(string key) => JsonNamingPolicy.KebabCaseLower.ConvertName(key);

    static ChainRow RowOf(CsvRow row)
    {
        var built = new ChainRow
        {
            Facility = row.Required("facility"),
            Id = row.Required("id"),
            Class = row.Choice<EquipmentClass>("class") ?? default,
            Name = row.TextOrNull("name"),
            Location = row.TextOrNull("location"),
            Device = row.TextOrNull("device"),
            Part = row.TextOrNull("part"),
            Phase = row.TextOrNull("phase"),
            PoweredBy = Ids(row, "powered-by"),
            CooledBy = Ids(row, "cooled-by"),
            ReportsThrough = Ids(row, "reports-through"),
            RatedKilowatts = row.Positive("rated-kilowatts"),
            RatedAmperes = row.Positive("rated-amperes"),
            Derating = row.Positive("derating"),
        };
        if (built.Class == default && !row.IsFaulty)
            row.Refuse("class", "is empty; every row needs it.");
        return built;
    }

    static ImmutableArray<string> Ids(CsvRow row, string column) =>
        [.. row.Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
