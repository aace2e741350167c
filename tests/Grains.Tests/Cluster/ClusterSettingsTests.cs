using DcOps.Domain.Configuration;
using DcOps.Silo.Host.Cluster;

namespace DcOps.Grains.Tests.Cluster;

public sealed class ClusterSettingsTests
{
    const string Shared =
        """
        "registry": { "kind": "postgre-sql", "connection": "text:Host=db" }, "history": { "kind": "influx" }
        """;

    [Fact]
    public void Absent_there_is_one_silo() => Assert.Null(ClusterSettings.Read(ConfigurationDocument.Parse("x.json", "{}")));

    [Fact]
    public void The_registrys_database_has_the_checkpoints_too()
    {
        var document = ConfigurationDocument.Parse("x.json", $$"""{ "cluster": { "address": "127.0.0.1", "port": 11112 }, {{Shared}} }""");

        var settings = ClusterSettings.Read(document);

        Assert.Equal(("dcops", "127.0.0.1:11112", "Host=db", null), (settings!.Id, settings.Endpoint.ToString(), settings.Database, settings.Redis));
    }

    [Theory]
    [InlineData("""{ "cluster": { "address": "127.0.0.1" }, "history": { "kind": "influx" } }""", "registry.kind")]
    [InlineData("""{ "cluster": { "address": "127.0.0.1" }, "registry": { "kind": "postgre-sql", "connection": "text:x" } }""", "history.kind")]
    [InlineData($$"""{ "cluster": { "address": "127.0.0.1" }, "journal": { "kept": true }, {{Shared}} }""", "journal.kept")]
    [InlineData($$"""{ "cluster": { "address": "10.0.0.7" }, {{Shared}} }""", "cluster.tls")]
    [InlineData($$"""{ "cluster": { "address": "0.0.0.0" }, {{Shared}} }""", "cluster.address")]
    [InlineData($$"""{ "cluster": { "address": "silo-1" }, {{Shared}} }""", "cluster.address")]
    [InlineData($$"""{ "cluster": { "address": "127.0.0.1", "membership": "redis" }, {{Shared}} }""", "cluster.connection")]
    [InlineData($$"""{ "cluster": { "address": "127.0.0.1", "connection": "text:db" }, {{Shared}} }""", "cluster.connection")]
    [InlineData($$"""{ "cluster": { "address": "127.0.0.1", "port": 0 }, {{Shared}} }""", "cluster.port")]
    [InlineData(
        $$"""{ "cluster": { "address": "127.0.0.1", "tls": { "certificate": "/none.pem", "key": "/none.key", "authority": "/none.pem" } }, {{Shared}} }""",
        "cluster.tls.certificate")]
    public void What_cannot_work_is_refused_by_its_key(string text, string key)
    {
        var document = ConfigurationDocument.Parse("x.json", text);

        ClusterSettings.Read(document);

        document.Section<object>("registry");
        document.Section<object>("history");
        document.Section<object>("journal");
        var faults = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Faults;
        Assert.Contains(faults, fault => fault.Key == key);
    }
}
