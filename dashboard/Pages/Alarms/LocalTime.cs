using System.Globalization;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>Times as a field of a form has them: Beijing's, whatever the zone of the reader.</summary>
static class LocalTime
{
    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Null when it is none. One that states its zone keeps it.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Beijing)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
