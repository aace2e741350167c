using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping.Notes;

/// <summary>What a discovery message says of one value.</summary>
/// <param name="StateTopic">Where its values come.</param>
/// <param name="Path">Where the value stands in the payload; <c>$</c> is the payload as a whole.</param>
/// <param name="Unit">As mappings spell it.</param>
/// <param name="AvailabilityTopic">Null when nothing says whether the device is there.</param>
sealed record DiscoveredEntity(
    string StateTopic, string Path, Quantity Quantity, string Unit, string? AvailabilityTopic, string AvailabilityPath, string Offline);
