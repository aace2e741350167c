using System.Globalization;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Csv;

/// <summary>One row of a table under its header. Cells that cannot be read become faults, and reading goes on.</summary>
/// <param name="lines">Line of each cell by column, where cells stand on lines of their own; null when all are on the row's.</param>
public sealed class CsvRow(
    string file, int line, IReadOnlyDictionary<string, int> columns, List<string> cells, List<CsvFault> faults,
    IReadOnlyDictionary<string, int>? lines = null)
{
    public int Line => line;

    public bool IsFaulty { get; private set; }

    /// <summary>The cell without spaces around it; empty when it is.</summary>
    public string Text(string column) => cells[columns[column]].Trim();

    public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public string Required(string column)
    {
        if (Text(column) is { Length: > 0 } text)
            return text;

        Refuse(column, "is empty; every row needs it.");
        return "";
    }

    /// <summary>A number above zero; null when the cell is empty.</summary>
    public double? Positive(string column) => Parse<double>(
        column, "a number above zero, with a point", (string text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value > 0 && double.IsFinite(value));

    /// <summary>A date; null when the cell is empty.</summary>
    public DateOnly? Date(string column) => Parse<DateOnly>(
        column, "a date like 2026-03-01", (string text, out DateOnly value) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value));

    /// <summary>One of an enumeration's names in kebab case; null when the cell is empty.</summary>
    public T? Choice<T>(string column)
        where T : struct, Enum => Parse<T>(
            column, $"one of {string.Join(", ", Enum.GetValues<T>().Select(value => KebabCase.Of(value)))}", KebabCase.TryParse);

    /// <summary><c>yes</c> or <c>no</c>; an empty cell is no.</summary>
    public bool Flag(string column)
    {
        var text = Text(column);
        if (text is not ("" or "yes" or "no"))
            Refuse(column, $"is '{text}'; write yes or no.");
        return text == "yes";
    }

    /// <summary>Reads a cell in a way of its own; null when it is empty or faulty.</summary>
    public T? Parse<T>(string column, string form, TryParse<T> tryParse)
        where T : struct
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (tryParse(text, out var value))
            return value;

        Refuse(column, $"is '{text}'; write {form}.");
        return null;
    }

    public void Refuse(string column, string reason)
    {
        IsFaulty = true;
        faults.Add(new(file, lines is not null && lines.TryGetValue(column, out var own) ? own : line, column, reason));
    }

    /// <summary>A parser as the framework shapes them.</summary>
    public delegate bool TryParse<T>(string text, out T value);
}
