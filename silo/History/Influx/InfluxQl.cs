using System.Globalization;

namespace DcOps.History.Influx;

/// <summary>Parts of InfluxQL, quoted so that no value can become a statement.</summary>
static class InfluxQl
{
    // The server keeps two values for itself at either end.
    static readonly Int128 Earliest = long.MinValue + 2;
    static readonly Int128 Latest = long.MaxValue - 1;

    public static string Identifier(string name) => $"\"{Escape(name, '"')}\"";

    public static string Text(string value) => $"'{Escape(value, '\'')}'";

    /// <summary>The condition for [from, to) in nanoseconds since 1970 UTC: no server default can shift it.</summary>
    public static string Period(DateTimeOffset from, DateTimeOffset to) =>
        string.Create(CultureInfo.InvariantCulture, $"time >= {Nanoseconds(from)} AND time < {Nanoseconds(to)}");

    static long Nanoseconds(DateTimeOffset instant) =>
        (long)Int128.Clamp((Int128)(instant.UtcTicks - DateTime.UnixEpoch.Ticks) * 100, Earliest, Latest);

    static string Escape(string text, char quote) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(quote.ToString(), $"\\{quote}", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
}
