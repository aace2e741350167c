using System.Text.Json;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify.Channels;

/// <summary>Silences as Alertmanager's v2 API lists them.</summary>
static class SilenceList
{
    /// <summary>Those that hold now or will; the first to end first.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">What each must say is missing.</exception>
    public static ImmutableArray<NoticeSilence> Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return
        [
            .. document.RootElement.EnumerateArray()
                .Where(each => each.GetProperty("status").GetProperty("state").GetString() != "expired").Select(Silence).OrderBy(silence => silence.To),
        ];
    }

    static NoticeSilence Silence(JsonElement each) => new(
        each.GetProperty("id").GetString() ?? "", each.GetProperty("createdBy").GetString() ?? "", each.GetProperty("comment").GetString() ?? "",
        each.GetProperty("startsAt").GetDateTimeOffset(), each.GetProperty("endsAt").GetDateTimeOffset(),
        [.. each.GetProperty("matchers").EnumerateArray().Select(Matcher)]);

    static SilenceMatcher Matcher(JsonElement each) => new(
        each.GetProperty("name").GetString() ?? "", each.GetProperty("value").GetString() ?? "", each.GetProperty("isRegex").GetBoolean(),
        !each.TryGetProperty("isEqual", out var isEqual) || isEqual.GetBoolean());
}
