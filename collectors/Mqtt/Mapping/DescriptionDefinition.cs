using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>A retained message beside each value that tells the value's unit or states.</summary>
public sealed record DescriptionDefinition
{
    /// <summary>Topic with the same captures as the topics of the values.</summary>
    [Required]
    public required string Topic { get; init; }

    /// <summary>Path of the unit.</summary>
    [Required]
    public string Unit { get; init; } = "$.unit";

    /// <summary>Path of the states' words, by code; absent in a description of a measurement.</summary>
    [Required]
    public string States { get; init; } = "$.states";
}
