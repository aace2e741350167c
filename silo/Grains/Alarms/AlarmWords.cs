using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Wording;

namespace DcOps.Grains.Alarms;

/// <summary>Whether words that a person typed occur in what is said of an alarm, in either language.</summary>
static class AlarmWords
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("CST", TimeSpan.FromHours(8), "CST", "CST");
    static readonly AlarmWording Chinese = AlarmWording.Chinese(Zone);
    static readonly AlarmWording English = AlarmWording.English(Zone);

    public static bool Match(string words, string location, string rule, params ReadOnlySpan<AlarmText?> texts)
    {
        if (Holds(location, words) || Holds(rule, words))
            return true;
        foreach (var text in texts)
        {
            if (text is not null && (Holds(Chinese.Of(text), words) || Holds(English.Of(text), words)))
                return true;
        }

        return false;
    }

    static bool Holds(string text, string words) => text.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase);
}
