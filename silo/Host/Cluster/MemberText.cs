using System.Text.Json;
using DcOps.Registry.Cluster;

namespace DcOps.Silo.Host.Cluster;

/// <summary>A member of the cluster as JSON. It grows by addition: silos of two versions read the same list during an upgrade.</summary>
static class MemberText
{
    public static MemberRow Row(MembershipEntry entry, long tag) => new(
        entry.SiloAddress.ToParsableString(), tag, JsonSerializer.Serialize(Member.Of(entry)), Utc(entry.IAmAliveTime));

    public static MembershipEntry Entry(MemberRow row)
    {
        var member = JsonSerializer.Deserialize<Member>(row.Body) ?? throw new JsonException($"The member {row.Silo} says nothing.");
        return new()
        {
            SiloAddress = SiloAddress.FromParsableString(row.Silo),
            Status = member.Status,
            SuspectTimes = [.. member.Suspects.Select(suspect => Tuple.Create(SiloAddress.FromParsableString(suspect.By), suspect.At.UtcDateTime))],
            ProxyPort = member.ProxyPort,
            HostName = member.HostName ?? "",
            SiloName = member.SiloName ?? "",
            StartTime = member.StartedAt.UtcDateTime,
            IAmAliveTime = row.AliveAt.UtcDateTime,
        };
    }

    static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));

    sealed record Member(SiloStatus Status, Suspect[] Suspects, int ProxyPort, string? HostName, string? SiloName, DateTimeOffset StartedAt)
    {
        public static Member Of(MembershipEntry entry) => new(
            entry.Status, [.. (entry.SuspectTimes ?? []).Select(suspect => new Suspect(suspect.Item1.ToParsableString(), Utc(suspect.Item2)))],
            entry.ProxyPort, entry.HostName, entry.SiloName, Utc(entry.StartTime));
    }

    sealed record Suspect(string By, DateTimeOffset At);
}
