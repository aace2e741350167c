using System.Globalization;
using DcOps.Domain.Csv;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>Cells as the tables of a plan have them; null where a cell is empty or refused.</summary>
static class PlanCells
{
    public static DateTimeOffset? Instant(this CsvRow row, string column) => row.Parse<DateTimeOffset>(
        column, "a time with its zone like 2026-11-23T21:00+08:00", (string text, out DateTimeOffset value) =>
            DateTimeOffset.TryParseExact(
                text, ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmZ", "yyyy-MM-ddTHH:mm:ssZ"],
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value));

    public static int? Count(this CsvRow row, string column) => row.Parse<int>(
        column, "a whole number, zero or more", (string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value));

    public static double? Number(this CsvRow row, string column) => row.Parse<double>(
        column, "a number, with a point", (string text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    public static double? NotNegative(this CsvRow row, string column) => row.Parse<double>(
        column, "a number, zero or more, with a point", (string text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) && value >= 0);

    /// <summary>What a cell names among what is known; null when it is empty or refused.</summary>
    public static T? Known<T>(this CsvRow row, string column, IReadOnlyDictionary<string, T> known, string kind)
        where T : class
    {
        if (row.TextOrNull(column) is not { } name)
            return null;
        if (known.TryGetValue(name, out var found))
            return found;

        row.Refuse(column, $"is '{name}', which is no {kind} of this plan; add it to its table or correct the name.");
        return null;
    }

    /// <summary>The same where every row needs it.</summary>
    public static T? Needed<T>(this CsvRow row, string column, IReadOnlyDictionary<string, T> known, string kind)
        where T : class =>
        row.Required(column).Length == 0 ? null : row.Known(column, known, kind);
}
