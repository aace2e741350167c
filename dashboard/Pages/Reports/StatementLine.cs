using System.Globalization;
using DcOps.Domain.Csv;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>One line of a statement's table, by the names of its columns.</summary>
public sealed record StatementLine(ImmutableDictionary<string, string> Cells)
{
    /// <summary>Empty where the table has no such column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    /// <summary>The lines of a canonical table; none when it is missing.</summary>
    public static ImmutableArray<StatementLine> Read(string? text)
    {
        if (text is null || CsvText.Rows(text) is not [var head, .. var rows])
            return [];

        return
        [
            .. rows.Select(row => new StatementLine(head.Cells.Zip(row.Cells)
                .ToImmutableDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))),
        ];
    }

    public Energy? Energy(string column) => long.TryParse(this[column], CultureInfo.InvariantCulture, out var wattHours) ? new(wattHours) : null;

    public Ratio? Ratio(string column) => double.TryParse(this[column], CultureInfo.InvariantCulture, out var value) ? new(value) : null;
}
