namespace DcOps.Architecture.Tests;

/// <summary>An outside library lives in one project; the rest of the product never sees its types.</summary>
public sealed class LibraryHomeTests
{
    static readonly Dictionary<string, string> Homes = new(StringComparer.Ordinal)
    {
        ["MQTTnet"] = "DcOps.Collectors.Mqtt",
        ["MQTTnet.Server"] = "DcOps.Collectors.Mqtt",
        ["Google.Protobuf"] = "DcOps.Collectors.Mqtt",
        ["Lextm.SharpSnmpLib"] = "DcOps.Collectors.Snmp",
        ["InfluxDB.Client"] = "DcOps.History",
        ["DuckDB.NET.Data.Full"] = "DcOps.History",
        ["Microsoft.Data.Sqlite"] = "DcOps.History",
        ["Microsoft.EntityFrameworkCore.Sqlite"] = "DcOps.Registry",
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = "DcOps.Registry",
        ["Microsoft.AspNetCore.Identity.EntityFrameworkCore"] = "DcOps.Access",
        ["Microsoft.Orleans.Server"] = "DcOps.Silo.Host",
        ["Microsoft.Orleans.Clustering.Redis"] = "DcOps.Silo.Host",
        ["Microsoft.Orleans.Dashboard"] = "DcOps.Silo.Host",
        ["BouncyCastle.Cryptography"] = "DcOps.Signing",
        ["MailKit"] = "DcOps.Notify",
        ["YamlDotNet"] = "DcOps.Import",
        ["System.IO.Hashing"] = "DcOps.Collectors.Pipeline",
    };

    public static TheoryData<string> Libraries => [.. Homes.Keys];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_library_has_one_home(string library)
    {
        var users = ProjectFile.All().Where(project => !project.IsTest && project.Packages.Contains(library, StringComparer.Ordinal));

        Assert.Empty(users.Select(project => project.Name).Where(name => name != Homes[library]));
    }

    [Fact]
    public void Versions_stand_in_one_file()
    {
        var own = SourceFiles.Of("*.csproj")
            .Where(file => File.ReadAllText(file).Contains("Version=\"", StringComparison.Ordinal))
            .Select(SourceFiles.Relative);

        Assert.Empty(own);
    }
}
