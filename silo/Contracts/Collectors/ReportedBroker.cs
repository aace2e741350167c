namespace DcOps.Contracts.Collectors;

/// <summary>One MQTT connection of a collector.</summary>
/// <param name="State">idle, connecting, connected, waiting, stopped.</param>
/// <param name="Since">When this state began, UTC.</param>
/// <param name="Reason">Why it is not connected; null when there is nothing to say.</param>
[GenerateSerializer, Immutable, Alias("ReportedBroker")]
public sealed record ReportedBroker(
    [property: Id(0)] string Name, [property: Id(1)] string State, [property: Id(2)] DateTimeOffset Since, [property: Id(3)] string? Reason);
