using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Notify;

/// <summary>One channel as the configuration states it.</summary>
public sealed class ChannelOptions : IValidatableObject
{
    /// <summary>A target of this name is reached by it.</summary>
    [Required, RegularExpression("^[a-z0-9][a-z0-9-]{0,39}$", ErrorMessage = "must be small letters, digits and hyphens, 1 to 40 characters.")]
    public required string Name { get; init; }

    public required ChannelKind Kind { get; init; }

    /// <summary>Address of the other side; Alertmanager's own without its path of the API.</summary>
    public required Uri Address { get; init; }

    /// <summary>Key that webhooks are signed with, or the robot's secret; unsigned where it is left out.</summary>
    public Secret? Key { get; init; }

    /// <summary>People who are reached by it.</summary>
    public ImmutableArray<string> For { get; init; } = [];

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    [RegularExpression("^(zh|en)$", ErrorMessage = "must be zh or en.")]
    public string Language { get; init; } = "zh";

    /// <summary>Whether the other side may stand in the house: an address of this machine or of a private network, or without TLS.</summary>
    public bool AllowPrivate { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Address.IsAbsoluteUri || Address.Scheme is not ("http" or "https"))
            yield return new ValidationResult("must be an address like https://host/path.", [nameof(Address)]);
        else if (!AllowPrivate && Address.Scheme != "https")
            yield return new ValidationResult("is not https; use TLS, or set allowPrivate for a host in the house.", [nameof(Address)]);
    }
}
