using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DcOps.History.Influx;

/// <summary>What the server's answers mean, for versions 1 and 2.</summary>
static partial class InfluxReply
{
    const int LongestReason = 500;

    /// <returns>Null when the answer says nothing about the lines: the server, its rights or its state are at fault.</returns>
    public static InfluxAnswer? ToWrite(HttpStatusCode status, byte[] body) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.NoContent => new InfluxAnswer.Accepted(),
        HttpStatusCode.RequestEntityTooLarge => new InfluxAnswer.TooLarge(),
        HttpStatusCode.NotFound when Reason(body) is var reason && reason.Contains("not found", StringComparison.OrdinalIgnoreCase) =>
            new InfluxAnswer.NoDatabase(reason),
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => ToFault(Reason(body)),
        _ => null,
    };

    /// <exception cref="InvalidDataException">The statement failed, or the answer is not whole.</exception>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    public static ImmutableArray<InfluxSeries> ToQuery(byte[] body)
    {
        var series = ImmutableArray.CreateBuilder<InfluxSeries>();
        foreach (var result in JsonElement.Parse(body).GetProperty("results").EnumerateArray())
        {
            if (result.TryGetProperty("error", out var error))
            {
                // Nobody wrote yet.
                if (error.GetString()!.StartsWith("database not found", StringComparison.Ordinal))
                    continue;
                throw new InvalidDataException(error.GetString());
            }

            if (result.TryGetProperty("partial", out var partial) && partial.GetBoolean())
                throw new InvalidDataException("the server cut the answer; raise its max-row-limit.");
            if (result.TryGetProperty("series", out var found))
                series.AddRange(found.EnumerateArray().Select(ToSeries));
        }

        return series.DrainToImmutable();
    }

    /// <summary>The server's own words: version 1 says <c>error</c>, version 2 <c>message</c>.</summary>
    public static string Reason(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        try
        {
            var reply = JsonElement.Parse(body);
            if (reply.ValueKind == JsonValueKind.Object && (reply.TryGetProperty("error", out var words) || reply.TryGetProperty("message", out words)))
                text = words.ToString();
        }
        catch (JsonException)
        {
            // Proxies answer in HTML or plain text: that is the reason then.
            text = text.ReplaceLineEndings(" ");
        }

        return text.Length <= LongestReason ? text : string.Concat(text.AsSpan(0, LongestReason), "…");
    }

    static InfluxAnswer ToFault(string reason) =>
        DroppedCount().Match(reason) is { Success: true } match
            ? new InfluxAnswer.Partial(int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture), reason)
            : new InfluxAnswer.Refused(reason);

    static InfluxSeries ToSeries(JsonElement series) =>
        new(
            series.TryGetProperty("tags", out var tags)
                ? tags.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString()!, StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal),
            [.. series.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)],
            series.TryGetProperty("values", out var values) ? [.. values.EnumerateArray()] : []);

    // "partial write: field type conflict: … dropped=2". With dropped=0, lines could not be parsed and nobody counted them.
    [GeneratedRegex("partial write.*dropped=(?<count>[1-9][0-9]*)", RegexOptions.Singleline)]
    private static partial Regex DroppedCount();
}
