using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using DcOps.Testing;

namespace DcOps.Notify.Tests;

/// <summary>Names that lead nowhere stop the start, each with its key.</summary>
public sealed class NotificationConfigurationTests
{
    [Fact]
    public void Every_name_that_leads_nowhere_is_named_with_its_key()
    {
        var document = ConfigurationDocument.Parse("site.json", """
            { "alarms": {
                "channels": [
                  { "name": "ops", "kind": "webhook", "address": "https://hooks.example/a", "for": ["li"] },
                  { "name": "ops", "kind": "we-com", "address": "https://hooks.example/b" } ],
                "rosters": [ { "name": "night", "people": ["wang"], "firstAt": "2026-03-01T08:00:00+08:00", "turn": "12:00:00" } ],
                "policies": { "routes": [ { "name": "all", "steps": [ { "roster": "day", "targets": ["zhao"] } ] } ] } } }
            """);

        new ServiceCollection().AddDcOpsNotification(document, Inventory());
        var faults = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Faults;

        Assert.Equal(
            ["alarms.channels", "alarms.policies.routes[0].steps[0].roster", "alarms.policies.routes[0].steps[0].targets", "alarms.rosters[0].people"],
            faults.Select(fault => fault.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plain_http_needs_leave()
    {
        var document = ConfigurationDocument.Parse("site.json", """
            { "alarms": { "channels": [ { "name": "ops", "kind": "webhook", "address": "http://10.0.0.1/a" } ] } }
            """);

        new ServiceCollection().AddDcOpsNotification(document, Inventory());

        Assert.Contains("is not https", Assert.Single(Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Faults).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"kind\": \"email\", \"address\": \"smtp://mail.example:587\", \"from\": \"dcops@mail.example\"", "to", "names nobody")]
    [InlineData("\"kind\": \"email\", \"address\": \"smtps://mail.example\", \"to\": { \"li\": \"li@mail.example\" }", "from", "sender's e-mail address")]
    [InlineData("\"kind\": \"email\", \"address\": \"https://mail.example\", \"from\": \"a@b\", \"to\": { \"li\": \"li@b\" }", "address", "smtps://host:465")]
    [InlineData("\"kind\": \"syslog\", \"address\": \"udp://log.example\"", "address", "is not tls")]
    [InlineData("\"kind\": \"syslog\", \"address\": \"tls://log.example\", \"authority\": \"/nowhere/ca.pem\"", "authority", "cannot be read")]
    [InlineData("\"kind\": \"sms\", \"address\": \"https://sms.example\", \"to\": { \"li\": \"1\" }", "gateway", "is missing")]
    [InlineData("\"kind\": \"sms\", \"address\": \"https://sms.example\", \"to\": { \"li\": \"1\" }, \"gateway\": { \"body\": \"{to}\" }", "gateway.body", "says nothing")]
    [InlineData("\"kind\": \"pigeon\", \"address\": \"https://sms.example\"", "kind", "")]
    [InlineData("\"kind\": \"webhook\", \"address\": \"https://a.example\", \"key\": \"env:DCOPS_NO_SUCH_VARIABLE\"", "key", "DCOPS_NO_SUCH_VARIABLE is not set")]
    public void A_fault_of_a_channel_names_file_line_and_key(string channel, string key, string reason)
    {
        var document = ConfigurationDocument.Parse("site.json", $$"""
            { "alarms": {
                "channels": [
                  { "name": "ops",
                    {{channel}} } ] } }
            """);

        new ServiceCollection().AddDcOpsNotification(document, Inventory());
        var fault = Assert.Single(Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Faults);

        Assert.Equal(("site.json", $"alarms.channels[0].{key}"), (fault.File, fault.Key));
        Assert.InRange(fault.Line, 3, 4);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_decision_record_shows_is_read_and_only_its_secrets_are_missing_here()
    {
        var text = File.ReadAllText(RepositoryRoot.Of("docs/adr/0016-notices-are-owed-until-they-arrive.md"));
        var sample = text.Split("```json")[1].Split("```")[0];
        var document = ConfigurationDocument.Parse("site.json", $$"""{ "alarms": { {{sample}} } }""");

        new ServiceCollection().AddDcOpsNotification(document, Inventory());
        var faults = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Faults;

        Assert.Equal(["alarms.channels[0].key", "alarms.channels[1].key"], faults.Select(fault => fault.Key).Order(StringComparer.Ordinal));
    }

    static Inventory Inventory() => new(ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new City(CityCode.Parse("NJ"), new("南京", "Nanjing"), 1, 1)], []);
}
