using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Where a device, or the broker in its place, says whether it is there.</summary>
public sealed record AvailabilityDefinition
{
    /// <summary>Topic with the captures that tell the device, as in <c>tele/{device}/LWT</c>.</summary>
    [Required]
    public required string Topic { get; init; }

    /// <summary>Where the word stands: <c>$</c> is the payload as a whole.</summary>
    [Required]
    public string Path { get; init; } = "$";

    /// <summary>Word that says it is gone; any other says that it is there.</summary>
    [Required]
    public required string Offline { get; init; }
}
