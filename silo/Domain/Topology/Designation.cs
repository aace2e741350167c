namespace DcOps.Domain.Topology;

/// <summary>A name that people read, in both languages. Names come from data, never from translations.</summary>
[GenerateSerializer, Immutable, Alias("Designation")]
public readonly record struct Designation([property: Id(0)] string Chinese, [property: Id(1)] string English);
