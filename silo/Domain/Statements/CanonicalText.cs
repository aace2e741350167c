using System.Globalization;
using DcOps.Domain.Units;

namespace DcOps.Domain.Statements;

/// <summary>How values stand in the files of a bundle: one way only, in no culture's form.</summary>
static class CanonicalText
{
    /// <summary>As in <c>2026-03-01T16:00:00.0000000Z</c>.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Empty for null.</summary>
    public static string Of(DateTimeOffset? instant) => instant is { } known ? Of(known) : "";

    /// <summary>The shortest text that reads back to the same number; empty for null.</summary>
    public static string Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Six digits, for eyes: what is compared is the two sides.</summary>
    public static string Of(Ratio? ratio) => ratio?.Value.ToString("0.000000", CultureInfo.InvariantCulture) ?? "";

    public static string Of(ExactRatio? ratio) => ratio?.Value.ToString("0.000000", CultureInfo.InvariantCulture) ?? "";

    public static bool TryInstant(string text, out DateTimeOffset instant)
    {
        var isOne = DateTime.TryParseExact(
            text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var utc) && utc.Kind == DateTimeKind.Utc;
        instant = isOne ? new(utc, TimeSpan.Zero) : default;
        return isOne;
    }

    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    public static bool TryWhole(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
