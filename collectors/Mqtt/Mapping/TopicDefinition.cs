using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>One shape of topic and where its device stands.</summary>
public sealed record TopicDefinition
{
    /// <summary>Levels with captures: <c>dc/{facility}/{room}/{rack}/{device}</c>.</summary>
    [Required]
    public required string Pattern { get; init; }

    /// <summary>Location with captures; absent when the topic does not tell it: then <see cref="Source"/> is looked up.</summary>
    public string? Location { get; init; }

    /// <summary>With captures: what the <c>devices</c> of the configuration place, as in <c>tasmota:{device}</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Limit of every step of a register, kW, where neither the payload nor the configuration tells the rating.</summary>
    [Range(0.001, 10_000_000)]
    public double RatedKilowatts { get; init; } = 100;
}
