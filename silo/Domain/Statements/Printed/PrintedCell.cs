using System.Globalization;

namespace DcOps.Domain.Statements.Printed;

/// <summary>Values of a bundle's tables as people read them; an empty cell is a dash, what cannot be read stays as it stands.</summary>
static class PrintedCell
{
    public const string None = "–";

    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static string Of(string cell, PrintedForm form, StatementWords words) => cell.Length == 0 ? None : form switch
    {
        PrintedForm.Word => words.Value(cell),
        PrintedForm.Energy => CanonicalText.TryWhole(cell, out var wattHours) ? Energy(wattHours) : cell,
        PrintedForm.Share => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0000} %")
            : cell,
        PrintedForm.Instant => CanonicalText.TryInstant(cell, out var at) ? Instant(at) : cell,
        _ => cell,
    };

    public static string Energy(long wattHours) => (wattHours / 1_000m).ToString("#,0.000", CultureInfo.InvariantCulture);

    /// <summary>As in <c>2026-03-01 00:00:00 UTC+8</c>.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm:ss 'UTC+8'", CultureInfo.InvariantCulture);

    /// <summary>CSS class of the cell; empty for plain text.</summary>
    public static string Class(PrintedForm form) => form switch
    {
        PrintedForm.Energy or PrintedForm.Share or PrintedForm.Number => " class=\"number\"",
        PrintedForm.Digest => " class=\"digest\"",
        _ => "",
    };
}
