using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Access;

/// <summary>Section <c>access</c>: whether people sign in, and where the pages listen beyond this machine. Absent: nobody signs in.</summary>
sealed record AccessSection
{
    public const string Name = "access";

    [EnumDataType(typeof(SignInMode))]
    public SignInMode Mode { get; init; } = SignInMode.Accounts;

    /// <summary>As in <c>https://0.0.0.0:8443</c>, besides the port on this machine. Absent: this machine only.</summary>
    public string? Listen { get; init; }

    /// <summary>For <see cref="Listen"/>; the certificate of the section <c>ingest</c> serves it too, where there is one.</summary>
    public CertificateFiles? Certificate { get; init; }

    /// <summary>PostgreSQL that holds the accounts; absent: a database in the data folder.</summary>
    public Secret? Connection { get; init; }

    /// <summary>Minutes without a page asked for after which a session ends.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; init; } = 15;

    /// <summary>Hours after which a session ends whatever happens.</summary>
    [Range(1, 168)]
    public int SessionHours { get; init; } = 12;

    /// <summary>PEM files, read at start.</summary>
    internal sealed record CertificateFiles
    {
        /// <summary>The certificate, with its chain.</summary>
        public required string File { get; init; }

        /// <summary>Its private key, without a password.</summary>
        public required string Key { get; init; }
    }

    /// <summary>The rules that span keys; the address, when there is one and it is sound.</summary>
    public Uri? ListenOrRefuse(ConfigurationDocument document)
    {
        if (Mode == SignInMode.Open && Connection is not null)
            document.Refuse($"{Name}.connection", "belongs to mode \"accounts\".");
        if (Listen is null)
        {
            if (Certificate is not null)
                document.Refuse($"{Name}.certificate", "belongs to access.listen.");
            return null;
        }

        if (!Uri.TryCreate(Listen, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.AbsolutePath != "/")
        {
            document.Refuse($"{Name}.listen", $"is '{Listen}'; write an address like https://0.0.0.0:8443.");
            return null;
        }

        RefuseUnsafe(document, address);
        return address;
    }

    void RefuseUnsafe(ConfigurationDocument document, Uri address)
    {
        if (address.IsLoopback)
            return;

        if (Mode == SignInMode.Open)
            document.Refuse($"{Name}.mode", "is \"open\" while access.listen leaves this machine; set it to \"accounts\", or take access.listen away.");
        if (address.Scheme != "https")
            document.Refuse($"{Name}.listen", "leaves this machine without TLS; write https and name access.certificate.");
        var isServedByIngest = document.Peek("ingest")?.ContainsKey("certificate") == true;
        if (Certificate is null && !isServedByIngest)
            document.Refuse($"{Name}.certificate", "is missing; https needs its file and key in PEM.");
        if (Certificate is not null && isServedByIngest)
            document.Refuse($"{Name}.certificate", "is not needed: ingest.certificate serves this listener too; leave it out.");
    }
}
