using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>How a connection is encrypted; <c>{}</c> trusts what the machine trusts.</summary>
public sealed record TlsSection : IValidatableObject
{
    /// <summary>PEM file with the authorities to trust instead of the machine's.</summary>
    public string? Authority { get; init; }

    /// <summary>PEM file of our own certificate.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file of its key.</summary>
    public string? Key { get; init; }

    /// <summary>Name in the broker's certificate, where it is not the host's.</summary>
    public string? ServerName { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((Certificate is null) != (Key is null))
            yield return new("certificate and key go together.", [Certificate is null ? nameof(Key) : nameof(Certificate)]);
    }
}
