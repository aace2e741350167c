using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>A Sparkplug B host at one of the brokers.</summary>
public sealed record SparkplugSection
{
    /// <summary>Name of the broker.</summary>
    [Required]
    public required string Broker { get; init; }

    /// <summary>Id of the host, unique among the hosts of the infrastructure.</summary>
    [Required, RegularExpression("[^+/#]+", ErrorMessage = "must not contain +, / or #.")]
    public string Host { get; init; } = "dcops";

    /// <summary>Groups to listen to; all when empty.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Name of the mapping of the metrics; its format is <c>sparkplug</c>.</summary>
    [Required]
    public string Mapping { get; init; } = "sparkplug-plain";

    /// <summary>How long a message may be late, counted from the gap in the sequence, before the node is asked for a new birth.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ReorderTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Shortest time between two requests for a new birth to the same node; doubles while it does not answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RebirthInterval { get; init; } = TimeSpan.FromSeconds(30);
}
