using System.Globalization;
using System.Text.Json;
using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>Brokers and lines that fail again and again.</summary>
public sealed class BadBrokerTests
{
    static readonly byte[] Connected = [0x20, 0x03, 0x00, 0x00, 0x00];

    [Fact]
    public async Task Loses_nothing_over_a_line_that_breaks_again_and_again()
    {
        await using var broker = await Mosquitto.StartAsync();
        using var line = new CuttingProxy(broker.Port);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(line.Port));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);
        var seen = new HashSet<double?>();

        for (var round = 0; round < 12; round++)
        {
            for (var value = 1; value <= 25; value++)
                await device.PublishAsync("dc/NJ-01/R01/A07/pdu-a", string.Create(CultureInfo.InvariantCulture, $$"""{"activePowerW":{{(round * 25) + value}}}"""));
            seen.UnionWith((await sink.NextAsync()).Readings.Select(reading => reading.Value));
            line.Cut();
        }

        while (seen.Count < 300)
            seen.UnionWith((await sink.NextAsync()).Readings.Select(reading => reading.Value));
        Assert.Equal(Enumerable.Range(1, 300).Select(value => (double?)value), seen.Order());
    }

    // Twice, because the second cut meets a session that has just been resumed.
    [Fact]
    public async Task Loses_nothing_over_a_line_that_breaks_every_five_seconds()
    {
        await using var broker = await Mosquitto.StartAsync();
        using var line = new CuttingProxy(broker.Port);
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(line.Port));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(broker.Port);
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(5), TimeProvider.System);
        var cuts = CutAsync(line, clock, times: 2);
        var published = 0;

        do
        {
            published++;
            await device.PublishAsync("dc/NJ-01/R01/A07/pdu-a", string.Create(CultureInfo.InvariantCulture, $$"""{"activePowerW":{{published}}}"""));
            await Task.WhenAny(cuts, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken));
        }
        while (!cuts.IsCompleted);

        await cuts;
        var seen = new HashSet<double?>();
        while (seen.Count < published)
            seen.UnionWith((await sink.NextAsync()).Readings.Select(reading => reading.Value));
        Assert.Equal(Enumerable.Range(1, published).Select(value => (double?)value), seen.Order());
    }

    [Fact]
    public async Task Comes_back_after_everything_that_the_recorded_packets_say()
    {
        var packets = Directory.EnumerateFiles(SharedFolder.Of("data", "robust", "mosquitto_packets"), "*.json")
            .SelectMany(file => Payloads(JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(Convert.FromHexString)
            .ToList();

        // As the answer to CONNECT, and behind one that is sound.
        await AssertComesBackAsync([.. packets, .. packets.Select(packet => (byte[])[.. Connected, .. packet])]);

        Assert.True(packets.Count > 100, $"only {packets.Count} packets found");
    }

    [Fact]
    public async Task Comes_back_after_everything_that_the_recorded_captures_hold()
    {
        var captures = Directory.EnumerateFiles(SharedFolder.Of("data", "robust", "mqtt_pcap"), "*.pcap", SearchOption.AllDirectories)
            .Select(File.ReadAllBytes)
            .ToList();

        await AssertComesBackAsync([.. captures.SelectMany(capture => new[] { capture, [.. Connected, .. capture], [.. Connected, .. capture.Skip(94)] })]);

        Assert.Equal(18, captures.Count);
    }

    static async Task CutAsync(CuttingProxy line, PeriodicTimer clock, int times)
    {
        for (var cut = 0; cut < times && await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken); cut++)
            line.Cut();
    }

    static async Task AssertComesBackAsync(IReadOnlyList<byte[]> answers)
    {
        using var broker = new HostileBroker(answers);
        await using var collector = await RunningCollector.StartAsync(new(), string.Create(CultureInfo.InvariantCulture, $$"""
            { "brokers": [{ "name": "site", "address": "127.0.0.1:{{broker.Port}}", "protocol": "mqtt5",
              "timeout": "00:00:00.200", "reconnectMinimum": "00:00:00.010", "reconnectMaximum": "00:00:00.010" }] }
            """));

        for (var said = -1; !broker.EverythingSaid.IsCompleted;)
        {
            Assert.True(broker.Said > said, $"the collector did not come back within 60 s of answer {said}:\n{collector.Log.Text[^Math.Min(2_000, collector.Log.Text.Length)..]}");
            said = broker.Said;
            await Task.WhenAny(broker.EverythingSaid, Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        await broker.EverythingSaid;

        Assert.DoesNotContain("Critical", collector.Log.Text, StringComparison.Ordinal);
    }

    static IEnumerable<string> Payloads(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { Length: > 2 } text && IsHex(text)
                ? [text.Replace(" ", "", StringComparison.Ordinal)]
                : Payloads(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Payloads),
        _ => [],
    };

    static bool IsHex(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal) is var plain && plain.Length % 2 == 0 && plain.All(char.IsAsciiHexDigit);

    static string Section(int port) => $$"""{ "brokers": [{{RunningCollector.Broker("site", port)}}] }""";
}
