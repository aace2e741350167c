using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Silo.Host.Cluster;

/// <summary>
/// Section <c>cluster</c>: this silo is one of several that serve the province together. Absent: it is the only one. What they share
/// lies in databases: the registry and the checkpoints in PostgreSQL, history in InfluxDB.
/// </summary>
sealed record ClusterSection
{
    public const string Name = "cluster";

    /// <summary>Silos with the same name in the same database are one cluster.</summary>
    [RegularExpression("[a-z0-9][a-z0-9-]{0,62}", ErrorMessage = "must be small letters, digits and hyphens.")]
    public string Id { get; init; } = "dcops";

    [EnumDataType(typeof(MembershipKind))]
    public MembershipKind Membership { get; init; } = MembershipKind.PostgreSql;

    /// <summary>Redis: as in <c>db:6379,password=…</c>, best from a file or the environment. PostgreSQL is the registry's own.</summary>
    public Secret? Connection { get; init; }

    /// <summary>IP address at which the other silos reach this one.</summary>
    public required string Address { get; init; }

    /// <summary>TCP port at which the other silos reach this one.</summary>
    [Range(1, 65_535, ErrorMessage = "must be between 1 and 65535.")]
    public int Port { get; init; } = 11_111;

    /// <summary>Absent only where every silo is on this machine.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>PEM files, read at start. Both ends of a connection show a certificate of the authority.</summary>
    internal sealed record TlsFiles
    {
        /// <summary>This silo's certificate, with its chain.</summary>
        public required string Certificate { get; init; }

        /// <summary>Its private key, without a password.</summary>
        public required string Key { get; init; }

        /// <summary>The authority that issues the silos' certificates, and nobody else's: whoever shows one is a silo.</summary>
        public required string Authority { get; init; }
    }
}
