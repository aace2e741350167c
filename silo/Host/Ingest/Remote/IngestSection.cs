using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>Section <c>ingest</c>: where collectors at sites of their own deliver, and who may. Absent: nobody does.</summary>
sealed record IngestSection
{
    public const string Name = "ingest";

    /// <summary>As in <c>https://0.0.0.0:8443</c>; plain http only on a loopback address.</summary>
    public required string Address { get; init; }

    /// <summary>For https.</summary>
    public CertificateFiles? Certificate { get; init; }

    [MinLength(1, ErrorMessage = "must name at least one collector; leave the section out when there is none.")]
    public required ImmutableArray<EnrolledCollector> Collectors { get; init; }

    /// <summary>PEM files, read at start.</summary>
    internal sealed record CertificateFiles
    {
        /// <summary>The certificate, with its chain.</summary>
        public required string File { get; init; }

        /// <summary>Its private key, without a password.</summary>
        public required string Key { get; init; }
    }

    /// <summary>A collector and what its token is good for.</summary>
    internal sealed record EnrolledCollector
    {
        /// <summary>The collector's own <c>collector.name</c>.</summary>
        [RegularExpression(@"(?!.*\.ahead$)[a-z0-9][a-z0-9.-]{0,63}", ErrorMessage = "must be small letters, digits, dots and hyphens, not ending in .ahead.")]
        public required string Name { get; init; }

        public required Secret Token { get; init; }

        /// <summary>Facilities of which it may deliver readings.</summary>
        [MinLength(1, ErrorMessage = "must name at least one facility.")]
        public required ImmutableArray<string> Facilities { get; init; }

        /// <summary>
        /// File that says what it reads: the sections <c>snmp</c> and <c>mqtt</c>, and the inventory of its site where that
        /// is not to be the province's own. Looked at every few seconds. Absent: the collector has a file of its own.
        /// </summary>
        public string? Configuration { get; init; }

        /// <summary>Folder of device profiles that it gets besides the ones it has.</summary>
        public string? Profiles { get; init; }
    }
}
