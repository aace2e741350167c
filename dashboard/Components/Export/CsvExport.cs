using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Components.Export;

/// <summary>
/// A table as a file: units in the names of the columns, numbers and instants in one form in all languages, and in the last column
/// as of when the whole table was taken.
/// </summary>
/// <param name="name">Name of the file, without ending.</param>
public sealed class CsvExport(string name, DateTimeOffset takenAt, params string[] columns) : IResult
{
    const string TakenAt = "snapshot_at_utc";

    // Spreadsheets take a file without it for the system's own code page and garble Chinese.
    const char ByteOrderMark = '\uFEFF';

    readonly StringBuilder _text = Begin(columns);

    public string Text => _text.ToString();

    public CsvExport Add(params ReadOnlySpan<string> cells)
    {
        CsvText.AppendLine(_text, [.. cells, Of(takenAt)]);
        return this;
    }

    public static string Of(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The shortest text that reads back to the same number; empty for what is not known.</summary>
    public static string Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Of(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        await httpContext.Response.WriteAsync(ByteOrderMark + Text, Encoding.UTF8, httpContext.RequestAborted);
    }

    static StringBuilder Begin(string[] columns)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, [.. columns, TakenAt]);
        return text;
    }
}
