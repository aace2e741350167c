using DcOps.Collectors.Mqtt.Configuration;
using DcOps.Domain.Configuration;
using DcOps.Testing;

namespace DcOps.Collectors.Mqtt.Tests.Configuration;

public sealed class MqttConfigurationTests
{
    [Fact]
    public void The_sample_is_read_strictly()
    {
        var sample = File.ReadAllText(RepositoryRoot.Of("collectors", "Mqtt", "mqtt.sample.json"));
        var document = ConfigurationDocument.Parse("mqtt.sample.json", sample);

        var section = document.Section<MqttSection>("mqtt", required: true);

        document.ThrowIfFaulty();
        Assert.Equal(("site", "mqtt.nj-01.example:8883", "env:DCOPS_MQTT_PASSWORD"), (section!.Brokers[0].Name, section.Brokers[0].Address, section.Brokers[0].Password!.ToString()));
    }

    [Fact]
    public void The_sample_names_every_key_there_is()
    {
        var sample = File.ReadAllText(RepositoryRoot.Of("collectors", "Mqtt", "mqtt.sample.json"));

        var absent = new[] { typeof(MqttSection), typeof(BrokerSection), typeof(TlsSection), typeof(MqttDeviceSection), typeof(SparkplugSection) }
            .SelectMany(section => section.GetProperties().Where(property => property.CanWrite))
            .Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Where(key => !sample.Contains($"\"{key}\":", StringComparison.Ordinal));

        Assert.Empty(absent);
    }

    [Fact]
    public void The_sample_lacks_nothing_but_its_secret_and_certificates()
    {
        var document = ConfigurationDocument.Parse("mqtt.sample.json", File.ReadAllText(RepositoryRoot.Of("collectors", "Mqtt", "mqtt.sample.json")));

        MqttSettingsReader.Read(document, inventory: null);

        Assert.Equal(["mqtt.brokers[0].password", "mqtt.brokers[0].tls.authority"], Faults(document).Select(fault => fault.Key));
    }

    [Theory]
    [InlineData("""{ "brokers": [] }""", "mqtt.brokers", "must name at least one broker.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b", "colour": 1 }] }""", "mqtt.brokers[0].colour", "'colour' is not a known key here; check its spelling.")]
    [InlineData("""{ "brokers": [{ "name": "Site A", "address": "b" }] }""", "mqtt.brokers[0].name", "must be small letters, digits and hyphens.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b:99999" }] }""", "mqtt.brokers[0].address", "'b:99999' is not a broker's address of the form host or host:port.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b", "password": "secret" }] }""", "mqtt.brokers[0].password", "A secret has the form env:NAME, file:PATH or text:LITERAL.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b" }, { "name": "a", "address": "c" }] }""", "mqtt.brokers[1].name", "'a' is the name of another broker.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b" }], "mappings": ["plane"] }""", "mqtt.mappings[0]", "'plane' is not a mapping; known are bms-value-metadata, home-assistant, plain, shelly-gen1, shelly-gen1-meter, shelly-gen2, shelly-gen2-status, sparkplug-plain, tasmota.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b" }], "devices": [{ "source": "s", "location": "nj", "name": "n" }] }""", "mqtt.devices[0].location", "'nj' is not a location: facility/room/rack for a rack, facility for its plant.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b" }], "sparkplug": [{ "broker": "c" }] }""", "mqtt.sparkplug[0].broker", "'c' is not the name of a broker above.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b" }], "sparkplug": [{ "broker": "a", "mapping": "plain" }] }""", "mqtt.sparkplug[0].mapping", "'plain' is not for Sparkplug.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b", "shareGroup": "g" }], "mappings": ["shelly-gen2"] }""", "mqtt.brokers[0].shareGroup", "does not go with the mapping 'shelly-gen2', which merges each message with those before.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b", "shareGroup": "g", "protocol": "mqtt311" }] }""", "mqtt.brokers[0].shareGroup", "needs MQTT 5.")]
    [InlineData("""{ "brokers": [{ "name": "a", "address": "b" }], "sparkplug": [{ "broker": "a" }, { "broker": "a" }] }""", "mqtt.sparkplug[1].host", "'dcops' is a host at 'a' already.")]
    public void A_fault_names_its_key_and_reason(string section, string key, string reason)
    {
        var document = ConfigurationDocument.Parse("site.json", $$"""{ "mqtt": {{section}} }""");

        MqttSettingsReader.Read(document, inventory: null);

        var fault = Assert.Single(Faults(document));
        Assert.Equal((key, reason, 1), (fault.Key, fault.Reason, fault.Line));
    }

    [Theory]
    [InlineData("""{ "path": "x", "quantity": "voltage", "unit": "V" }""", "points[0].path", "'x' is not a path of the form $.member['member'][0][*][?member=='text'].")]
    [InlineData("""{ "path": "$.x", "quantity": "voltage", "unit": "kWh" }""", "points[0].unit", "'kWh' is not a unit of voltage; known are V, mV, µV, kV.")]
    [InlineData("""{ "path": "$.x", "quantity": "voltage", "unit": "V", "part": "phase" }""", "points[0].part", "'phase' is not a part: total, phase-2, outlet-{n+1} or phase-*.")]
    [InlineData("""{ "path": "$.x", "quantity": "voltage", "unit": "V", "part": "outlet-{n}" }""", "topics[0].pattern", "'a/{device}' has no capture {n}, which this mapping uses.")]
    [InlineData("""{ "path": "$.x[*]", "quantity": "voltage", "unit": "V" }""", "points[0].path", "'$.x[*]' leads to several values: either sum them, or give each a part such as phase-*.")]
    [InlineData("""{ "path": "$.x", "quantity": "condition" }""", "points[0].states", "a condition needs the device's words and what each means.")]
    [InlineData("""{ "path": "$.x", "quantity": "voltage", "unit": "V", "kind": "voltage" }""", "topics[0].pattern", "'a/{device}' has no capture {kind}, which this mapping uses.")]
    [InlineData("""{ "path": "$.x", "quantity": "voltage", "unit": "V", "words": { "order": "BACD" } }""", "points[0].words.order", "must be ABCD, CDAB, BADC or DCBA.")]
    public void A_fault_in_a_definition_names_its_key_and_reason(string point, string key, string reason)
    {
        var document = ConfigurationDocument.Parse("site.json", $$"""
            { "mqtt": { "brokers": [{ "name": "a", "address": "b" }], "mappings": [], "definitions": [
              { "name": "own", "title": "Own", "topics": [{ "pattern": "a/{device}", "source": "own:{device}" }], "points": [{{point}}] }] } }
            """);

        MqttSettingsReader.Read(document, inventory: null);

        var fault = Assert.Single(Faults(document));
        Assert.Equal(($"mqtt.definitions[0].{key}", reason, 2), (fault.Key, fault.Reason, fault.Line));
    }

    static ImmutableArray<ConfigurationFault> Faults(ConfigurationDocument document) =>
        Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Faults;
}
