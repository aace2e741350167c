using System.Net;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Tests.Ingest.Remote;

public sealed class SiteOffersTests
{
    [Fact]
    public void Offers_the_file_with_the_part_of_the_inventory_that_is_the_sites()
    {
        using var site = new OfferedSite();

        var faults = site.Offers.Look();
        var document = ConfigurationDocument.Parse("offered", site.Offered.Text);
        var inventory = InventoryLoader.Load(document);

        Assert.Empty(faults);
        Assert.Equal("nj-01", site.Offered.Collector);
        Assert.Equal(["NJ-01"], inventory!.Facilities.Select(facility => facility.Id.Value));
        Assert.Equal(["NJ"], inventory.Cities.Select(city => city.Code.Value));
        Assert.True(document.Has("snmp"));
    }

    [Fact]
    public void Keeps_every_key_on_the_line_where_the_file_has_it()
    {
        using var site = new OfferedSite("// of Nanjing\n{\n  \"snmp\": {\n    \"devices\": []\n  }\n}\n");

        site.Offers.Look();

        Assert.Equal(4, ConfigurationDocument.Parse("offered", site.Offered.Text).LineOf("snmp.devices"));
    }

    [Theory]
    [InlineData("{ \"snmp\": ", "is not valid JSON")]
    [InlineData("{ \"snmp\": {}, \"snnp\": {} }", "snnp: is not a known section")]
    [InlineData("{ \"collector\": { \"name\": \"another\" } }", "collector: is not a known section")]
    [InlineData("""
        { "province": { "id": "JS", "name": { "chinese": "江苏", "english": "Jiangsu" } },
          "cities": [{ "code": "SZ", "name": { "chinese": "苏州", "english": "Suzhou" } }],
          "facilities": [{ "id": "SZ-01", "city": "SZ", "name": { "chinese": "二", "english": "Two" }, "rooms": [] }] }
        """, "'SZ-01' is not among the facilities that the collector is enrolled for")]
    public void Leaves_the_offer_as_it_was_when_the_file_becomes_faulty(string text, string reason)
    {
        using var site = new OfferedSite();
        site.Offers.Look();
        var before = site.Offers.Of("nj-01");

        site.Write(text);
        var first = site.Offers.Look();
        var second = site.Offers.Look();

        Assert.Contains(reason, Assert.Single(first).Reason, StringComparison.Ordinal);
        Assert.Contains(reason, site.Offers.FaultOf("nj-01"), StringComparison.Ordinal);
        Assert.Empty(second);
        Assert.Same(before, site.Offers.Of("nj-01"));
    }

    [Fact]
    public void Offers_a_sound_file_again_after_a_faulty_one_or_none()
    {
        using var site = new OfferedSite();
        site.Offers.Look();
        site.RemoveFile();
        var gone = site.Offers.Look();
        site.Write("""{ "mqtt": {} }""");

        var faults = site.Offers.Look(Site.Start);

        Assert.Contains("cannot be read", Assert.Single(gone).Reason, StringComparison.Ordinal);
        Assert.Empty(faults);
        Assert.Null(site.Offers.FaultOf("nj-01"));
        Assert.Equal(Site.Start, site.Offers.Of("nj-01")!.Since);
        Assert.Contains("\"mqtt\"", site.Offered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_whether_the_collector_would_take_it()
    {
        using var site = new OfferedSite(check: new Refusing());

        var faults = site.Offers.Look();

        Assert.Contains("no device is like that", Assert.Single(faults).Reason, StringComparison.Ordinal);
        Assert.Null(site.Offers.Of("nj-01"));
    }

    [Fact]
    public void Makes_a_version_of_every_change_of_a_profile()
    {
        using var site = new OfferedSite();
        site.Offers.Look();
        var before = site.Offers.Of("nj-01")!.Version;
        site.WriteProfile("acme.json", "{}");

        site.Offers.Look();

        Assert.NotEqual(before, site.Offers.Of("nj-01")!.Version);
        Assert.Equal([new ProfileText("acme.json", "{}")], site.Offered.Profiles);
    }

    [Fact]
    public async Task Sends_the_whole_once_and_then_nothing_until_it_changes()
    {
        using var site = new OfferedSite();
        site.Offers.Look();

        var first = await site.GetAsync();
        var second = await site.GetAsync(first.Tag);
        site.Write("""{ "mqtt": {} }""");
        site.Offers.Look();
        var third = await site.GetAsync(first.Tag);

        Assert.Equal((HttpStatusCode.OK, SiteConfigurationJson.TagOf(SiteConfigurationJson.VersionOf(first.Body))), (first.Status, first.Tag));
        Assert.Equal((HttpStatusCode.NotModified, 0), (second.Status, second.Body.Length));
        Assert.Equal(HttpStatusCode.OK, third.Status);
        Assert.NotEqual(first.Tag, third.Tag);
    }

    [Fact]
    public async Task Sends_nothing_without_the_token()
    {
        using var site = new OfferedSite();
        site.Offers.Look();

        var answer = await site.GetAsync(token: "token-of-somebody-else");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.DoesNotContain("NJ-01", System.Text.Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    sealed class Refusing : ISiteConfigurationCheck
    {
        public ImmutableArray<string> Faults(string file, SiteConfiguration configuration) => [$"{file}:1: snmp: no device is like that."];
    }
}
