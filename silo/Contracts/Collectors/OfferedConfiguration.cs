namespace DcOps.Contracts.Collectors;

/// <summary>What the province offers a collector as its configuration.</summary>
/// <param name="Version">Of what is offered.</param>
/// <param name="Since">When it was first offered by this silo, UTC.</param>
/// <param name="Fault">Why the file as it is now is not offered, and the one before still is; null when it is.</param>
[GenerateSerializer, Immutable, Alias("OfferedConfiguration")]
public sealed record OfferedConfiguration(
    [property: Id(0)] string Version, [property: Id(1)] DateTimeOffset Since, [property: Id(2)] string? Fault);
