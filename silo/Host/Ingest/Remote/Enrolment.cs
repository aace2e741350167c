using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>One collector's right to deliver.</summary>
/// <param name="TokenHash">SHA-256 of its token: the token itself is not kept.</param>
sealed record Enrolment(string Collector, ImmutableArray<byte> TokenHash, FrozenSet<FacilityId> Facilities)
{
    public static ImmutableArray<byte> Hash(string token) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(token))];

    /// <summary>Takes the same time whatever the token.</summary>
    public bool IsOf(ImmutableArray<byte> tokenHash) => CryptographicOperations.FixedTimeEquals(TokenHash.AsSpan(), tokenHash.AsSpan());

    /// <summary>What a batch is refused for; null when it may come in.</summary>
    public string? Objection(ReadingBatch batch) =>
        !string.Equals(batch.Collector, Collector, StringComparison.Ordinal)
            ? $"The token is of collector '{Collector}', the batch of '{batch.Collector}': one of the two names is wrong."
            : !Facilities.Contains(batch.Location.Facility)
                ? $"Collector '{Collector}' is not enrolled for facility {batch.Location.Facility}: add it to its ingest.collectors entry, or take it from the collector's inventory."
                : null;
}
