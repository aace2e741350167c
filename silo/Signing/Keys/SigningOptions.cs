using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Signing.Keys;

/// <summary>
/// Section <c>signing</c>: the key that statements are signed with. Without any file the product makes a self-signed key of its own
/// at first start; with the authority's certificate at hand, name it here.
/// </summary>
public sealed class SigningOptions : IValidatableObject
{
    /// <summary>Key of the configuration.</summary>
    public const string Section = "signing";

    /// <summary>PEM: the signer's certificate first, then those between it and the authority.</summary>
    [MinLength(1)]
    public string? Certificate { get; init; }

    /// <summary>PEM: the private key, PKCS#8, SEC 1 or PKCS#1, plain or encrypted.</summary>
    [MinLength(1)]
    public string? Key { get; init; }

    /// <summary>Key and certificates in one file instead (.p12, .pfx).</summary>
    [MinLength(1)]
    public string? Pkcs12 { get; init; }

    /// <summary>Of an encrypted key or a PKCS#12 file.</summary>
    public Secret? Password { get; init; }

    /// <summary>Of the key that the product makes; a configured key must be of it when it is given.</summary>
    public SignatureSuite? Suite { get; init; }

    /// <summary>PEM files of the authorities whose signatures the pages of this installation trust; empty: its own key's alone.</summary>
    public ImmutableArray<string> Authorities { get; init; } = [];

    public bool NamesFiles => Certificate is not null || Key is not null || Pkcs12 is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Pkcs12 is not null && (Certificate is not null || Key is not null))
            yield return new("stands beside 'certificate' or 'key'; it holds both, so name either it or those two.", [nameof(Pkcs12)]);
        if (Pkcs12 is null && Certificate is null != Key is null)
            yield return new("is missing; 'certificate' and 'key' belong together.", [Certificate is null ? nameof(Certificate) : nameof(Key)]);
        if (Password is not null && !NamesFiles)
            yield return new("opens no file; name 'key' or 'pkcs12', or leave it out.", [nameof(Password)]);
    }
}
