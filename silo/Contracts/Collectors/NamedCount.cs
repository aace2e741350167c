namespace DcOps.Contracts.Collectors;

/// <summary>How many there are of what a word names.</summary>
[GenerateSerializer, Immutable, Alias("NamedCount")]
public sealed record NamedCount([property: Id(0)] string Name, [property: Id(1)] int Count);
