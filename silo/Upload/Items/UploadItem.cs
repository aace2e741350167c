using System.Globalization;
using System.Text.Json.Serialization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Upload.Items;

/// <summary>One value as a platform for the online monitoring of key energy users takes it.</summary>
/// <param name="Enterprise">Code of the enterprise (统一社会信用代码).</param>
/// <param name="Device">Id of the end device at the platform.</param>
/// <param name="Code">Item code at the platform.</param>
/// <param name="PeriodStart">UTC.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="TceFactor">Tonnes of coal equivalent per unit; null when the platform knows it.</param>
/// <param name="Revision">1 for the first; a corrected value has the next one.</param>
public sealed record UploadItem(
    string Enterprise, string Device, string Code, ItemSpan Span, DateTimeOffset PeriodStart, decimal Value, string Unit,
    decimal? TceFactor, InputKind Input, IntervalQuality Quality, int Revision)
{
    /// <summary>What a receiver tells duplicates by.</summary>
    [JsonIgnore]
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Device}|{Code}|{(int)Span}|{PeriodStart.UtcDateTime:yyyyMMddHHmm}|{Revision}");

    /// <summary>The item without its revision.</summary>
    [JsonIgnore]
    public string Subject => string.Create(
        CultureInfo.InvariantCulture, $"{Device}|{Code}|{(int)Span}|{PeriodStart.UtcDateTime:yyyyMMddHHmm}");

    /// <summary>UTC, exclusive.</summary>
    [JsonIgnore]
    public DateTimeOffset PeriodEnd => Span switch
    {
        ItemSpan.Day => BusinessCalendar.Shanghai.DayOf(PeriodStart).To,
        ItemSpan.Month => BusinessCalendar.Shanghai.MonthOf(PeriodStart).To,
        _ => PeriodStart + IntervalGrid.Quarter,
    };
}
