using System.Globalization;
using System.Text;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Telemetry;

namespace DcOps.Notify.Channels;

/// <summary>A notice as RFC 5424 writes it.</summary>
static class SyslogMessage
{
    /// <summary>UTF-8 with the mark that the RFC asks for.</summary>
    /// <param name="facility">0 to 23.</param>
    public static byte[] Of(Notice notice, NotifiedIncident incident, NoticeWords words, int facility, string host, DateTimeOffset now)
    {
        var severity = (notice.Kind, notice.Priority) switch
        {
            (NoticeKind.Returned, _) => 5,
            (_, AlarmPriority.Critical) => 2,
            (_, AlarmPriority.Major) => 3,
            (_, AlarmPriority.Minor) => 4,
            _ => 5,
        };
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"<{(facility * 8) + severity}>1 {now.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {Printed(host, 255)} dcops - {KebabCase.Of(notice.Kind)} ");
        // 32473 is the number that RFC 5612 keeps for examples: no number of our own is registered.
        var data = $"[notice@32473 key=\"{notice.Key}\" incident=\"{notice.Incident}\" level=\"{KebabCase.Of(notice.Priority)}\" facility=\"{Escaped(incident.Facility)}\"]";
        var text = $"{words.Title} | {words.Body.ReplaceLineEndings(" | ")}";
        return [.. Encoding.UTF8.GetBytes($"{head}{data} "), .. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    static string Printed(string text, int most)
    {
        var printed = string.Concat(text.Where(letter => letter is > ' ' and < '\u007f').Take(most));
        return printed.Length == 0 ? "-" : printed;
    }
}
