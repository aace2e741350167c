using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Where a payload says whether its values can be trusted.</summary>
public sealed record QualityDefinition
{
    [Required]
    public required string Path { get; init; }

    /// <summary>Number or word that means good; any other makes the values bad.</summary>
    public required JsonElement Good { get; init; }
}
