using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>One broker.</summary>
public sealed record BrokerSection : IValidatableObject
{
    /// <summary>Names the collector (<c>mqtt-&lt;name&gt;</c>), its metrics and its session: never change it. Small letters, digits and hyphens.</summary>
    [Required, RegularExpression("[a-z][a-z0-9-]*", ErrorMessage = "must be small letters, digits and hyphens.")]
    public required string Name { get; init; }

    /// <summary><c>host</c> or <c>host:port</c>; the port is 1883, or 8883 with TLS, when absent.</summary>
    [Required]
    public required string Address { get; init; }

    /// <summary>Identifies the session at the broker; must be unique there. Absent: <c>dcops-&lt;name&gt;</c>.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string? ClientId { get; init; }

    public Secret? User { get; init; }

    public Secret? Password { get; init; }

    /// <summary>Present: the connection is encrypted.</summary>
    public TlsSection? Tls { get; init; }

    /// <summary><c>auto</c> tries MQTT 5 and falls back to 3.1.1.</summary>
    public ProtocolChoice Protocol { get; init; } = ProtocolChoice.Auto;

    /// <summary>1: the broker repeats what was not acknowledged. 0: what is lost is lost.</summary>
    [Range(0, 1)]
    public int QualityOfService { get; init; } = 1;

    /// <summary>Messages that the broker may send ahead of our acknowledgements (MQTT 5).</summary>
    [Range(1, 65_535)]
    public int ReceiveMaximum { get; init; } = 1_000;

    /// <summary>How long the broker keeps messages for us while we are away (MQTT 5; under 3.1.1 it decides itself).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan SessionExpiry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Group of collectors that share the topics of this broker, each message going to one of them; absent: this collector
    /// gets every message. On a broker that has no shared subscriptions it does too.
    /// </summary>
    [RegularExpression("[^+#/]{1,64}", ErrorMessage = "must not contain +, # or /.")]
    public string? ShareGroup { get; init; }

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for a connection or a subscription to be answered.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Larger payloads are refused.</summary>
    [Range(1_024, 16 * 1_024 * 1_024)]
    public int MaximumPayloadBytes { get; init; } = 256 * 1_024;

    /// <summary>Wait before the first new attempt after a connection is lost; doubles with every failure.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan ReconnectMinimum { get; init; } = TimeSpan.FromSeconds(1);

    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan ReconnectMaximum { get; init; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BrokerAddress.TryParse(Address, Tls is not null) is null)
            yield return new($"'{Address}' is not a broker's address of the form host or host:port.", [nameof(Address)]);
        if (ReconnectMaximum < ReconnectMinimum)
            yield return new("must not be below reconnectMinimum.", [nameof(ReconnectMaximum)]);
        if (ShareGroup is not null && Protocol == ProtocolChoice.Mqtt311)
            yield return new("needs MQTT 5.", [nameof(ShareGroup)]);
        if (Password is not null && User is null)
            yield return new("needs a user.", [nameof(Password)]);
    }
}
