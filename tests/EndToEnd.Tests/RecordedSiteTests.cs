using System.Globalization;
using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>
/// Real sites by <c>--config</c>: recorded devices behind snmpsim and a meter behind a mosquitto, no simulator of ours.
/// What the pages say is compared with the recording's own objects.
/// </summary>
public sealed class RecordedSiteTests : IAsyncDisposable
{
    const string Apc = "apc_ap8853";
    const string Sentry = "sentry4";
    const string Ups = "deltaups";

    readonly LivingProvince _province = new();
    readonly int _brokerPort = FreePort.Tcp();
    SnmpSimulation? _devices;
    ExternalProgram? _broker;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _province.DisposeAsync();
        if (_broker is not null)
            await _broker.DisposeAsync();
        if (_devices is not null)
            await _devices.DisposeAsync();
    }

    [Fact]
    public async Task Pages_say_what_the_recorded_devices_and_the_broker_say()
    {
        _devices = await SnmpSimulation.StartAsync([Recording("pdu", Apc), Recording("pdu", Sentry), Recording("ups", Ups)]);
        await StartBrokerAsync();
        _province.LaunchProduct(Configuration());

        var apc = await PageAsync("/dc/NJ-01/r/R01/A01", page => page["power"] is not null);
        var sentry = await PageAsync("/dc/NJ-01/r/R01/A02", page => page["power"] is not null);
        var plant = await PageAsync("/dc/NJ-01", page => page["ups-1/output-1/active-power"] is not null);
        var meter = await MeteredPageAsync("/dc/NJ-01/r/R01/A03", 3_217);
        var first = await PageAsync("/", page => page["racks-live"] == 3);

        // PowerNet-MIB rPDU2DeviceStatusPower, hundredths of a kilowatt.
        Assert.Equal(Object("pdu", Apc, "1.3.6.1.4.1.318.1.1.26.4.3.1.5.1") * 10, apc["power"]);
        // Sentry4-MIB st4InputCordActivePower of both cords, watts.
        Assert.Equal(
            Object("pdu", Sentry, "1.3.6.1.4.1.1718.4.1.3.3.1.3.1.1") + Object("pdu", Sentry, "1.3.6.1.4.1.1718.4.1.3.3.1.3.2.1"),
            sentry["power"]);
        // UPS-MIB upsOutputPower, watts; upsEstimatedMinutesRemaining, minutes.
        Assert.Equal(Object("ups", Ups, "1.3.6.1.2.1.33.1.4.4.1.4.1"), plant["ups-1/output-1/active-power"]);
        Assert.Equal(Object("ups", Ups, "1.3.6.1.2.1.33.1.2.3.0") * 60, plant["ups-1/battery-1/battery-runtime"]);
        Assert.Equal(3_217, meter["power"]);
        Assert.Equal(apc["power"]!.Value + sentry["power"]!.Value + 3_217, first["it-power"]!.Value, 0.5);
    }

    async Task<LivePage> PageAsync(string path, Func<LivePage, bool> says) =>
        await _province.UntilPageAsync(path, $"{path} has its values", says, Token);

    // Published again until the page has it: the collector may subscribe after the first message, and retained ones are no samples.
    async Task<LivePage> MeteredPageAsync(string path, double watts)
    {
        var publisher = ExternalProgram.Find("mosquitto_pub", "mosquitto-clients");
        var payload = string.Create(CultureInfo.InvariantCulture, $$"""{ "activePowerW": {{watts}} }""");
        while (true)
        {
            await using var message = ExternalProgram.Start(publisher,
                ["-h", "127.0.0.1", "-p", $"{_brokerPort}", "-q", "1", "-t", "dc/NJ-01/R01/A03/pdu-a", "-m", payload]);
            await message.UntilEndedAsync(Token);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Token);
            if (await _province.PageAsync(path, Token) is { } page && page["power"] is not null)
                return page;
        }
    }

    async Task StartBrokerAsync()
    {
        var configuration = _province.Of("mosquitto.conf");
        await File.WriteAllTextAsync(configuration, $"user root\nlistener {_brokerPort} 127.0.0.1\nallow_anonymous true\n", Token);
        _broker = ExternalProgram.Start(ExternalProgram.Find("mosquitto", "mosquitto"), ["-c", configuration]);
        await _broker.UntilListeningAsync(_brokerPort, Token);
    }

    string Configuration()
    {
        var path = _province.Of("site.json");
        File.WriteAllText(path, $$"""
            {
              "province": { "id": "JS", "name": { "chinese": "江苏省", "english": "Jiangsu" } },
              "cities": [{ "code": "NJ", "name": { "chinese": "南京", "english": "Nanjing" }, "column": 0, "row": 3 }],
              "facilities": [{
                "id": "NJ-01", "city": "NJ", "name": { "chinese": "一号", "english": "One" },
                "rooms": [{
                  "id": "R01", "name": { "chinese": "一号机房", "english": "Room 1" },
                  "racks": [
                    { "id": "A01", "provisionedKilowatts": 8 }, { "id": "A02", "provisionedKilowatts": 8 }, { "id": "A03", "provisionedKilowatts": 8 }
                  ]
                }]
              }],
              "snmp": {
                "credentials": {
                  "{{Apc}}": { "version": "v2c", "community": "text:{{Apc}}" },
                  "{{Sentry}}": { "version": "v2c", "community": "text:{{Sentry}}" },
                  "{{Ups}}": { "version": "v2c", "community": "text:{{Ups}}" }
                },
                "devices": [
                  { "name": "pdu-a", "location": "NJ-01/R01/A01", "address": "{{_devices!.Address}}", "credentials": "{{Apc}}", "profile": "apc-rpdu2", "ratedKilowatts": 11 },
                  { "name": "pdu-a", "location": "NJ-01/R01/A02", "address": "{{_devices.Address}}", "credentials": "{{Sentry}}", "profile": "sentry4", "ratedKilowatts": 11 },
                  { "name": "ups-1", "location": "NJ-01", "address": "{{_devices.Address}}", "credentials": "{{Ups}}", "profile": "rfc1628-ups", "ratedKilowatts": 10 }
                ]
              },
              "mqtt": {
                "brokers": [{ "name": "site", "address": "127.0.0.1:{{_brokerPort}}" }],
                "mappings": ["plain"]
              }
            }
            """);
        return path;
    }

    static string Recording(string kind, string name) => SharedFolder.Of("data", "devices", "snmprec", kind, $"{name}.snmprec");

    static double Object(string kind, string name, string address) => double.Parse(
        File.ReadLines(Recording(kind, name)).Single(line => line.StartsWith(address + "|", StringComparison.Ordinal)).Split('|')[2],
        CultureInfo.InvariantCulture);
}
