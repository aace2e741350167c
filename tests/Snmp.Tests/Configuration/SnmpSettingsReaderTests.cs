using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Domain.Configuration;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Configuration;

public sealed class SnmpSettingsReaderTests
{
    static readonly ProfileLibrary Profiles = ProfileLibrary.Load(RepositoryRoot.Of("collectors", "Profiles"));

    [Fact]
    public void Reads_the_sample_of_the_readme()
    {
        var file = RepositoryRoot.Of("collectors", "Snmp", "snmp.sample.json");
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.Of("authentication"), "authpass123\n");
        File.WriteAllText(folder.Of("privacy"), "privpass123\n");
        var text = File.ReadAllText(file)
            .Replace("file:/run/secrets/snmp-", $"file:{folder.Path}/", StringComparison.Ordinal)
            .Replace("env:SITE_COMMUNITY", "text:site", StringComparison.Ordinal)
            .Replace("env:OLD_UPS_PASSWORD", "text:authpass123", StringComparison.Ordinal);
        var document = ConfigurationDocument.Parse(file, text);

        var settings = SnmpSettingsReader.Read(document, inventory: null, Profiles);

        document.ThrowIfFaulty();
        Assert.Equal(["NJ-01/R01/A01 pdu-a", "NJ-01/R01/A01 pdu-b", "NJ-01 ups-1"], settings!.Devices.Select(device => device.Device.ToString()));
        Assert.Equal(["10.20.1.11:161", "pdu-b-a01.nj01.example:161", "10.20.0.21:1161"], settings.Devices.Select(device => device.Address.ToString()));
        Assert.Equal([SnmpVersion.V3, SnmpVersion.V2c, SnmpVersion.V3], settings.Devices.Select(device => device.Credentials.Version));
        Assert.Equal([Feed.A, Feed.B, Feed.None], settings.Devices.Select(device => device.Device.Feed));
        Assert.Equal(400_000, settings.Devices[2].Device.RatedWatts);
    }

    [Fact]
    public void Is_silent_where_the_section_is_absent()
    {
        var document = ConfigurationDocument.Parse("site.json", "{}");

        Assert.Null(SnmpSettingsReader.Read(document, inventory: null, Profiles));
        document.ThrowIfFaulty();
    }

    [Theory]
    [InlineData("\"interval\": \"00:00:10\"", "\"interval\": \"00:00:00.2\"", "site.json:2: snmp.interval")]
    [InlineData("\"timeout\": \"00:00:01\"", "\"timeout\": \"00:00:30\"", "site.json:2: snmp.timeout: is 00:00:30; it must be shorter than the interval, 00:00:10.")]
    [InlineData("\"retries\": 1", "\"retry\": 1", "'retry' is not a known key here")]
    [InlineData("\"retries\": 1", "\"retries\": 99", "snmp.retries")]
    [InlineData("\"community\": \"text:site\"", "\"community\": \"site\"", "A secret has the form env:NAME, file:PATH or text:LITERAL.")]
    [InlineData("\"community\": \"text:site\"", "\"community\": \"env:DCOPS_NOT_THERE\"", "site.json:4: snmp.credentials.open.community: the environment variable DCOPS_NOT_THERE is not set.")]
    [InlineData("\"community\": \"text:site\"", "\"user\": \"monitor\"", "snmp.credentials.open.community: is missing; v1 and v2c know nothing else.")]
    [InlineData("\"privacy\": \"aes128\"", "\"privacy\": \"des\"", "snmp.credentials.locked.privacy")]
    [InlineData("\"authentication\": \"sha256\"", "\"authentication\": \"md5\"", "snmp.credentials.locked.authentication: is broken; where a device knows no other, say so: \"allowLegacy\": [\"md5\"].")]
    [InlineData("text:authpass123", "text:short", "snmp.credentials.locked.authenticationPassword: must have at least 8 characters.")]
    [InlineData("\"location\": \"NJ-01/R01/A01\"", "\"location\": \"nanjing\"", "site.json:8: snmp.devices[0].location: 'nanjing' is not a location")]
    [InlineData("\"address\": \"127.0.0.1:16100\"", "\"address\": \"127.0.0.1:99999\"", "snmp.devices[0].address: '127.0.0.1:99999' is not an address")]
    [InlineData("\"credentials\": \"open\"", "\"credentials\": \"opened\"", "snmp.devices[0].credentials: 'opened' is not a name in snmp.credentials; known are open, locked.")]
    [InlineData("\"profile\": \"apc-rpdu2\"", "\"profile\": \"apc\"", "snmp.devices[0].profile: 'apc' is not a device profile; known are ")]
    [InlineData("\"name\": \"env\"", "\"name\": \"pdu-a\"", "site.json:9: snmp.devices[1].name: 'pdu-a' is the name of another device at NJ-01/R01/A01.")]
    [InlineData("\"ratedKilowatts\": 11", "\"ratedKilowatts\": 0", "snmp.devices[0].ratedKilowatts")]
    [InlineData("\"feed\": \"a\"", "\"feed\": \"left\"", "snmp.devices[0].feed")]
    public void Refuses_a_wrong_value_with_file_line_key_and_reason(string right, string wrong, string expected)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);
        var document = ConfigurationDocument.Parse("site.json", Right.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(SnmpSettingsReader.Read(document, inventory: null, Profiles));

        var refusal = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("text:site", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3:161")]
    [InlineData("10.1.2.3:1161", "10.1.2.3:1161")]
    [InlineData("fd00::7", "[fd00::7]:161")]
    [InlineData("[fd00::7]:1161", "[fd00::7]:1161")]
    [InlineData("[fd00::7]", "[fd00::7]:161")]
    [InlineData("pdu.example", "pdu.example:161")]
    [InlineData("pdu.example:0", null)]
    [InlineData("pdu.example:", null)]
    [InlineData("http://pdu", null)]
    [InlineData("", null)]
    public void Reads_an_address_in_every_form(string text, string? expected)
    {
        Assert.Equal(expected is not null, DeviceAddress.TryParse(text, out var address));
        Assert.Equal(expected, address?.ToString());
    }

    const string Right = """
        { "snmp": {
          "interval": "00:00:10", "timeout": "00:00:01", "retries": 1,
          "credentials": {
            "open": { "version": "v2c", "community": "text:site" },
            "locked": { "version": "v3", "user": "monitor", "authentication": "sha256", "authenticationPassword": "text:authpass123", "privacy": "aes128", "privacyPassword": "text:privpass123" }
          },
          "devices": [
            { "name": "pdu-a", "location": "NJ-01/R01/A01", "address": "127.0.0.1:16100", "credentials": "open", "profile": "apc-rpdu2", "ratedKilowatts": 11, "feed": "a" },
            { "name": "env", "location": "NJ-01/R01/A01", "address": "127.0.0.1:16101", "credentials": "locked", "profile": "vertiv-geist-imd", "ratedKilowatts": 1 }
          ]
        } }
        """;
}
