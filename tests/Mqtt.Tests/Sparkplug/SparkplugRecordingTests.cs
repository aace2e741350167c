using System.Globalization;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

/// <summary>Messages that other implementations encoded, beside what they meant by them.</summary>
public sealed class SparkplugRecordingTests
{
    [Fact]
    public void Every_message_of_the_JavaScript_encoder_means_what_went_into_it()
    {
        var lines = Lines("devices_tahu_js.jsonl");

        var differences = lines.SelectMany(line => Differences(line.GetProperty("input"), Decode(line)));

        Assert.Equal(299, lines.Count);
        Assert.Empty(differences);
    }

    [Fact]
    public void Every_message_of_the_Python_nodes_decodes_as_by_Google_protobuf()
    {
        var lines = Lines("tahu_python_capture.jsonl");

        var differences = lines.SelectMany(line =>
            ProtobufJson.Differences(line.GetProperty("decoded_by_google_protobuf"), Decode(line)));

        Assert.Equal(5, lines.Count);
        Assert.Empty(differences);
    }

    [Fact]
    public void Every_message_of_the_recordings_survives_our_own_encoder()
    {
        var payloads = Lines("devices_tahu_js.jsonl").Select(Decode).ToList();

        var again = payloads.Select(payload => SparkplugDecoder.Decode(SparkplugEncoder.Encode(payload))!).ToList();

        Assert.Equal(payloads.Select(Text), again.Select(Text));
    }

    [Fact]
    public void Every_truncation_of_a_recording_is_refused_or_shorter_and_never_a_fault()
    {
        var whole = Convert.FromHexString(Lines("tahu_python_capture.jsonl")[0].GetProperty("payload_hex").GetString()!);

        var metrics = Enumerable.Range(0, whole.Length).Select(length => SparkplugDecoder.Decode(whole.AsSpan(0, length))?.Metrics.Length ?? -1);

        Assert.All(metrics, count => Assert.InRange(count, -1, 11));
    }

    static List<JsonElement> Lines(string file) =>
        [.. File.ReadLines(SharedFolder.Of("data", "mqtt", "sparkplug", file)).Select(line => JsonDocument.Parse(line).RootElement)];

    static SparkplugPayload Decode(JsonElement line) =>
        SparkplugDecoder.Decode(Convert.FromHexString(line.GetProperty("payload_hex").GetString()!))
        ?? throw new InvalidOperationException($"does not decode: {line.GetProperty("topic")}");

    static string Text(SparkplugPayload payload) =>
        $"{payload.Timestamp:O} {payload.Sequence} {string.Join(", ", payload.Metrics.Select(metric => metric with { Properties = [] }))}";

    static IEnumerable<string> Differences(JsonElement input, SparkplugPayload payload)
    {
        var said = payload.Metrics.Select(metric => string.Create(
            CultureInfo.InvariantCulture,
            $"{metric.Name}|{metric.Alias}|{metric.Timestamp?.ToUnixTimeMilliseconds()}|{metric.Type}|{metric.Value?.Number(metric.Type)}"));
        var meant = input.GetProperty("metrics").EnumerateArray().Select(metric => string.Create(
            CultureInfo.InvariantCulture,
            $"{Member(metric, "name")}|{Member(metric, "alias")}|{Member(metric, "timestamp")}|{Member(metric, "type")}|{Number(metric.GetProperty("value"))}"));
        foreach (var (left, right) in said.Zip(meant).Where(pair => pair.First != pair.Second))
            yield return $"{left} instead of {right}";

        if (payload.Metrics.Length != input.GetProperty("metrics").GetArrayLength())
            yield return $"{payload.Metrics.Length} metrics";
        if (Member(input, "seq") != payload.Sequence?.ToString(CultureInfo.InvariantCulture))
            yield return $"sequence {payload.Sequence}";
        if (Member(input, "timestamp") != payload.Timestamp?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            yield return $"time {payload.Timestamp}";
    }

    static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetDouble(),
    };

    static string? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : null;
}
