using System.Net;
using System.Text.Json.Nodes;
using DcOps.Domain.Configuration;

namespace DcOps.Silo.Host.Cluster;

/// <summary>What the section <c>cluster</c> comes to, checked.</summary>
/// <param name="Database">Connection of the registry's PostgreSQL, which has the checkpoints too.</param>
/// <param name="Redis">Null where members find each other in PostgreSQL.</param>
/// <param name="Tls">Null where every silo is on this machine.</param>
sealed record ClusterSettings(string Id, IPEndPoint Endpoint, string Database, string? Redis, SiloCertificates? Tls)
{
    /// <summary>Null when the section is absent or faulty, with every fault collected in the document.</summary>
    public static ClusterSettings? Read(ConfigurationDocument document)
    {
        if (document.Section<ClusterSection>(ClusterSection.Name) is not { } section)
            return null;

        RefuseWhatIsNotShared(document);
        var redis = RedisOf(document, section);
        var tls = section.Tls is { } files ? SiloCertificates.Read(document, files) : null;
        if (!IPAddress.TryParse(section.Address, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            document.Refuse($"{ClusterSection.Name}.address", $"'{section.Address}' is not the IP address at which other silos reach this one.");
            return null;
        }

        if (section.Tls is null && !IPAddress.IsLoopback(address))
            document.Refuse($"{ClusterSection.Name}.tls", "is missing; silos on several machines speak over TLS.");
        return new(section.Id, new(address, section.Port), DatabaseOf(document) ?? "", redis, tls);
    }

    static string? RedisOf(ConfigurationDocument document, ClusterSection section)
    {
        const string Key = $"{ClusterSection.Name}.connection";
        if (section.Membership == MembershipKind.Redis && section.Connection is null)
            document.Refuse(Key, "is missing; membership \"redis\" needs it.");
        if (section.Membership == MembershipKind.PostgreSql && section.Connection is not null)
            document.Refuse(Key, "belongs to membership \"redis\"; PostgreSQL is the registry's.");
        return section.Connection?.RevealOrRefuse(document, Key);
    }

    // Sections of other projects, looked at only for what a cluster makes of them; each project checks its own.
    static void RefuseWhatIsNotShared(ConfigurationDocument document)
    {
        if (Text(document, "registry", "kind") != "postgre-sql")
            document.Refuse("registry.kind", "must be \"postgre-sql\" in a cluster: its silos share registry and checkpoints.");
        if (Text(document, "history", "kind") != "influx")
            document.Refuse("history.kind", "must be \"influx\" in a cluster: its silos share history.");
        if (document.Peek("journal")?["kept"] is JsonValue kept && kept.TryGetValue(out bool isKept) && isKept)
            document.Refuse("journal.kept", "must not be true in a cluster: a silo that takes over cannot read another's disk.");
    }

    static string? DatabaseOf(ConfigurationDocument document)
    {
        if (Text(document, "registry", "connection") is not { } text)
            return null;
        try
        {
            return Secret.Parse(text).Reveal(out _);
        }
        catch (FormatException)
        {
            // The registry's own section says so.
            return null;
        }
    }

    static string? Text(ConfigurationDocument document, string section, string key) =>
        document.Peek(section)?[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
