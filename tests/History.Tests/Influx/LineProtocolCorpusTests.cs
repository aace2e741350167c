using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcOps.History.Influx;
using DcOps.Testing;

namespace DcOps.History.Tests.Influx;

/// <summary>The encode cases of InfluxData's line-protocol test corpus: a point, and the exact line for it.</summary>
public sealed partial class LineProtocolCorpusTests
{
    public static TheoryData<string> Cases =>
        SharedFolder.Has("data", "lineprotocol", "corpus.json.gz")
            ? [.. Corpus().EnumerateObject().Select(entry => entry.Name)]
            : ["absent"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_point_is_encoded_as_the_corpus_says(string key)
    {
        SharedFolder.Of("data", "lineprotocol", "corpus.json.gz");
        var entry = Corpus().GetProperty(key);
        var point = entry.GetProperty("input").GetProperty("point");

        if (entry.GetProperty("output").TryGetProperty("result", out var line))
            Assert.Equal(WithOurNumbers(line.GetString()!), Encode(point));
        else
            Assert.Throws<ArgumentException>(() => Encode(point));
    }

    static JsonElement Corpus()
    {
        using var file = File.OpenRead(SharedFolder.Of("data", "lineprotocol", "corpus.json.gz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<JsonElement>(unzipped).GetProperty("encode");
    }

    static string Encode(JsonElement point)
    {
        var line = new LineWriter();
        line.Measurement(point.GetProperty("name").GetString()!);
        foreach (var tag in point.GetProperty("tags").EnumerateArray())
            line.Tag(tag.GetProperty("key").GetString()!, tag.GetProperty("value").GetString()!);
        foreach (var field in point.GetProperty("fields").EnumerateArray())
            Write(line, field.GetProperty("key").GetString()!, field.GetProperty("value").EnumerateObject().Single());
        line.End(point.GetProperty("time").GetInt64());
        return Encoding.UTF8.GetString(line.Written.Span).TrimEnd('\n');
    }

    static void Write(LineWriter line, string key, JsonProperty value) => _ = value.Name switch
    {
        "float" => line.Field(key, value.Value.GetDouble()),
        "int" => line.Field(key, value.Value.GetInt64()),
        "bool" => line.Field(key, value.Value.GetBoolean()),
        "string" => line.Field(key, value.Value.GetString()!),
        _ => throw new InvalidDataException($"The corpus has a field of kind {value.Name}."),
    };

    // The corpus writes 6.632243e+06 where we write the same number as 6632243.
    static string WithOurNumbers(string line) =>
        Number().Replace(line, match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<==)-?[0-9.]+e[+-]?[0-9]+(?=[, ])")]
    private static partial Regex Number();
}
