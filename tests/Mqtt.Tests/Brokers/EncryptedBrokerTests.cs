using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>The collector against a mosquitto that demands TLS and a certificate of its own authority.</summary>
public sealed class EncryptedBrokerTests
{
    [Theory]
    [InlineData("auto")]
    [InlineData("mqtt311")]
    public async Task Signs_in_with_its_certificate(string protocol)
    {
        using var certificates = new TestCertificates();
        var (plainPort, broker) = await StartAsync(certificates);
        await using var running = broker;
        var (certificate, key) = certificates.Sign("collector");
        var sink = new RecordingSink();
        await using var collector = await RunningCollector.StartAsync(sink, Section(
            broker, $$"""{ "authority": "{{certificates.Authority}}", "certificate": "{{certificate}}", "key": "{{key}}", "serverName": "broker.test" }""", protocol));
        await collector.UntilAsync(BrokerState.Connected);
        await using var device = await Publisher.ConnectAsync(plainPort);

        await device.PublishAsync("dc/NJ-01/R01/A07/pdu-a", """{"activePowerW":3}""");

        Assert.Equal(3, (await sink.NextAsync()).Readings[0].Value);
    }

    [Fact]
    public async Task Is_not_let_in_without_a_certificate_and_says_so()
    {
        using var certificates = new TestCertificates();
        var (_, broker) = await StartAsync(certificates);
        await using var running = broker;
        await using var collector = await RunningCollector.StartAsync(new(), Section(
            broker, $$"""{ "authority": "{{certificates.Authority}}", "serverName": "broker.test" }"""));

        await collector.UntilAsync(BrokerState.Unreachable);

        Assert.NotEmpty(collector.Collector.Brokers[0].Reason!);
    }

    [Fact]
    public async Task Does_not_speak_to_a_broker_of_another_authority()
    {
        using var certificates = new TestCertificates();
        using var others = new TestCertificates();
        var (_, broker) = await StartAsync(certificates);
        await using var running = broker;
        var (certificate, key) = certificates.Sign("collector");
        await using var collector = await RunningCollector.StartAsync(new(), Section(
            broker, $$"""{ "authority": "{{others.Authority}}", "certificate": "{{certificate}}", "key": "{{key}}", "serverName": "broker.test" }"""));

        await collector.UntilAsync(BrokerState.Unreachable);

        Assert.Contains("certificate", collector.Collector.Brokers[0].Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Does_not_speak_to_a_broker_of_another_name()
    {
        using var certificates = new TestCertificates();
        var (_, broker) = await StartAsync(certificates);
        await using var running = broker;
        var (certificate, key) = certificates.Sign("collector");
        await using var collector = await RunningCollector.StartAsync(new(), Section(
            broker, $$"""{ "authority": "{{certificates.Authority}}", "certificate": "{{certificate}}", "key": "{{key}}", "serverName": "other.test" }"""));

        await collector.UntilAsync(BrokerState.Unreachable);

        Assert.Contains("certificate", collector.Collector.Brokers[0].Reason, StringComparison.OrdinalIgnoreCase);
    }

    static async Task<(int PlainPort, Mosquitto Broker)> StartAsync(TestCertificates certificates)
    {
        var (certificate, key) = certificates.Sign("broker.test");
        var plain = FreePort.Tcp();
        var broker = await Mosquitto.StartAsync($$"""
            listener {port} 127.0.0.1
            cafile {{certificates.Authority}}
            certfile {{certificate}}
            keyfile {{key}}
            require_certificate true
            listener {{plain}} 127.0.0.1
            """);
        return (plain, broker);
    }

    static string Section(Mosquitto broker, string tls, string protocol = "auto") =>
        $$"""{ "brokers": [{{RunningCollector.Broker("site", broker.Port, $$""", "protocol": "{{protocol}}", "tls": {{tls}} """)}}] }""";
}
