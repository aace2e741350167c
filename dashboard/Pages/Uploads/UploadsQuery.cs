using System.Globalization;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Uploads;

/// <summary>How many local days up to and with today are looked at.</summary>
sealed record UploadsQuery(int Days)
{
    public const int Fewest = 1;
    public const int Usual = 14;

    /// <summary>Half a year: what the spool keeps.</summary>
    public const int Most = 184;

    /// <summary>The usual stretch where none, or none that can be read, was asked for; the nearest where it is too long or short.</summary>
    public static UploadsQuery Of(string? days) => new(
        int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, Fewest, Most) : Usual);

    public BusinessPeriod Within(DateTimeOffset now)
    {
        var today = BusinessCalendar.Shanghai.DayOf(now);
        return new(today.From.AddDays(1 - Days), today.To);
    }
}
