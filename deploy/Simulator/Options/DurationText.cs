using System.Globalization;

namespace DcOps.Simulator.Options;

/// <summary>Durations as people type them: <c>90s</c>, <c>10m</c>, <c>2h</c>.</summary>
public static class DurationText
{
    public const string Form = "a whole number with s, m or h, as in 10m";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;

        TimeSpan? unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            _ => null,
        };
        duration = (unit ?? default) * count;
        return duration > TimeSpan.Zero;
    }
}
