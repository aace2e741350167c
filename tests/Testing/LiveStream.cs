using System.Globalization;
using System.Text.Json;

namespace DcOps.Testing;

/// <summary>The first frame of a page's live stream: every value of the page's sheet by its key.</summary>
public sealed class LiveStream
{
    const string Data = "data: ";
    readonly Dictionary<string, string?> _raw;

    LiveStream(JsonElement frame) => _raw = frame.GetProperty("cells").EnumerateObject()
        .ToDictionary(cell => cell.Name, cell => cell.Value[1].GetString(), StringComparer.Ordinal);

    /// <summary>Null when the page has no such value or it is unknown.</summary>
    public double? this[string key] =>
        double.TryParse(_raw.GetValueOrDefault(key), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Null when the page has no such value or it is unknown.</summary>
    public DateTimeOffset? Moment(string key) =>
        DateTimeOffset.TryParse(_raw.GetValueOrDefault(key), CultureInfo.InvariantCulture, out var moment) ? moment : null;

    /// <exception cref="InvalidDataException">The stream ended before its first frame.</exception>
    public static async Task<LiveStream> ReadAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        await using var stream = await client.GetStreamAsync(address, cancellationToken);
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith(Data, StringComparison.Ordinal))
                continue;

            using var frame = JsonDocument.Parse(line[Data.Length..]);
            return new(frame.RootElement);
        }

        throw new InvalidDataException($"{address} ended before its first frame.");
    }
}
