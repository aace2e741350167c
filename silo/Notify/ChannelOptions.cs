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

    /// <summary>
    /// The other side: <c>https://</c> for webhooks, robots, SMS and Alertmanager (its own without the API's path); <c>smtp://</c>
    /// (STARTTLS) or <c>smtps://</c> for e-mail; <c>udp://</c>, <c>tcp://</c> or <c>tls://</c> for syslog. Of SMS it may hold placeholders.
    /// </summary>
    public required Uri Address { get; init; }

    /// <summary>Key that webhooks are signed with, the robot's secret, the password of a login, or <c>{key}</c> of an SMS; none where left out.</summary>
    public Secret? Key { get; init; }

    /// <summary>Login of e-mail and Alertmanager; without it Alertmanager is given the key as a bearer token.</summary>
    public string? User { get; init; }

    /// <summary>People who are reached by it.</summary>
    public ImmutableArray<string> For { get; init; } = [];

    /// <summary>People who are reached by it with their e-mail address or telephone number; the channel's own name reaches all of them.</summary>
    public ImmutableSortedDictionary<string, string> To { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Sender of e-mail.</summary>
    public string? From { get; init; }

    /// <summary>How an SMS is asked for.</summary>
    public GatewayOptions? Gateway { get; init; }

    /// <summary>Facility of syslog, as in RFC 5424: 16 is local0.</summary>
    [Range(0, 23, ErrorMessage = "must be from 0 to 23.")]
    public int Facility { get; init; } = 16;

    /// <summary>File in PEM form with the authorities that certificates of the other side of e-mail and syslog may rest on; the machine's where left out.</summary>
    public string? Authority { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    [RegularExpression("^(zh|en)$", ErrorMessage = "must be zh or en.")]
    public string Language { get; init; } = "zh";

    /// <summary>Whether the other side may stand in the house: an address of this machine or of a private network, or without TLS.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Everybody whom it reaches, itself first.</summary>
    public IEnumerable<string> Reaches => For.Concat(To.Keys).Prepend(Name);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var schemes = Kind switch
        {
            ChannelKind.Email => (Plain: (string[])["smtp"], Secure: (string[])["smtp", "smtps"]),
            ChannelKind.Syslog => (Plain: ["udp", "tcp"], Secure: ["tls"]),
            _ => (Plain: ["http"], Secure: ["https"]),
        };
        if (!Address.IsAbsoluteUri || !schemes.Plain.Concat(schemes.Secure).Contains(Address.Scheme, StringComparer.Ordinal))
            yield return new ValidationResult($"must be an address like {schemes.Secure[^1]}://host{Example()}.", [nameof(Address)]);
        else if (!AllowPrivate && !schemes.Secure.Contains(Address.Scheme, StringComparer.Ordinal))
            yield return new ValidationResult($"is not {schemes.Secure[^1]}; use TLS, or set allowPrivate for a host in the house.", [nameof(Address)]);
        if (Kind is ChannelKind.Email or ChannelKind.Sms && To.IsEmpty)
            yield return new ValidationResult("names nobody; give each person an address.", [nameof(To)]);
        if (Kind == ChannelKind.Email && (From is null || !From.Contains('@', StringComparison.Ordinal)))
            yield return new ValidationResult("must be the sender's e-mail address.", [nameof(From)]);
        foreach (var (person, _) in To.Where(each => Kind == ChannelKind.Email && !each.Value.Contains('@', StringComparison.Ordinal)))
            yield return new ValidationResult($"has for '{person}' what is no e-mail address.", [nameof(To)]);
        if (Kind == ChannelKind.Sms && Gateway is null)
            yield return new ValidationResult("is missing; say what the gateway is sent.", [nameof(Gateway)]);
        if (User is not null && Key is null)
            yield return new ValidationResult("is missing; a user needs a password.", [nameof(Key)]);
    }

    string Example() => Kind switch
    {
        ChannelKind.Email => ":465",
        ChannelKind.Syslog => ":6514",
        _ => "/path",
    };
}
