using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>A mapping as it stands in a file: what the payloads of some topics mean.</summary>
public sealed record MappingDefinition
{
    /// <summary>As a configuration refers to it: small letters, digits and hyphens.</summary>
    [Required, RegularExpression("[a-z][a-z0-9-]*", ErrorMessage = "must be small letters, digits and hyphens.")]
    public required string Name { get; init; }

    /// <summary>What it is for, in words.</summary>
    [Required]
    public required string Title { get; init; }

    public PayloadFormat Format { get; init; } = PayloadFormat.Json;

    /// <summary>Tried in order. In the format <c>sparkplug</c> the topic is <c>group/node/device</c>.</summary>
    [MinLength(1, ErrorMessage = "must name at least one topic.")]
    public required ImmutableArray<TopicDefinition> Topics { get; init; }

    /// <summary>Name of the device at its location, with captures. Absent when every topic takes it from the devices of the configuration.</summary>
    public string? Device { get; init; }

    /// <summary>Path that must exist, or <c>path == 'text'</c>; a message without is another mapping's.</summary>
    public string? When { get; init; }

    public TimeDefinition Time { get; init; } = new();

    public MergeRule Merge { get; init; } = MergeRule.None;

    /// <summary>Where the part to merge stands; the whole payload when absent.</summary>
    public string MergeAt { get; init; } = "$";

    /// <summary>Numbers and texts that mean "not available"; null always does.</summary>
    public ImmutableArray<JsonElement> Missing { get; init; } = [];

    /// <summary>Path of the meter's serial number; in Sparkplug the metric's name.</summary>
    public string? Serial { get; init; }

    /// <summary>Path of the rating in W, where the device tells it; in Sparkplug the metric's name.</summary>
    public string? RatedPower { get; init; }

    /// <summary>Path through every element of an array, each a message of its own: a gateway that tells of several devices at once.</summary>
    public string? Each { get; init; }

    /// <summary>Path inside an element of <see cref="Each"/>; its text is the capture <c>{key}</c>.</summary>
    public string? Key { get; init; }

    /// <summary>Absent: a device that is gone is only silent.</summary>
    public AvailabilityDefinition? Availability { get; init; }

    /// <summary>Absent: the points tell their units.</summary>
    public DescriptionDefinition? DescribedBy { get; init; }

    public QualityDefinition? Quality { get; init; }

    /// <summary>Empty in the format <c>home-assistant</c> alone: there devices tell them.</summary>
    public ImmutableArray<PointDefinition> Points { get; init; } = [];
}
