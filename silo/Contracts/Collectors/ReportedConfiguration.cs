namespace DcOps.Contracts.Collectors;

/// <summary>What a collector says of the configuration that it takes from the province.</summary>
/// <param name="Version">The one that it runs; null while it has none and reads nothing.</param>
/// <param name="Since">When it began to run it, UTC; null with <paramref name="Version"/>.</param>
/// <param name="RefusedVersion">The one that it was offered last and would not run; null when there is none.</param>
/// <param name="Refusal">Why; also why it could not get one at all. Null when there is nothing to say.</param>
[GenerateSerializer, Immutable, Alias("ReportedConfiguration")]
public sealed record ReportedConfiguration(
    [property: Id(0)] string? Version,
    [property: Id(1)] DateTimeOffset? Since,
    [property: Id(2)] string? RefusedVersion,
    [property: Id(3)] string? Refusal);
