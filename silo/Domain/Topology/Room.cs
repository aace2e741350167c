namespace DcOps.Domain.Topology;

/// <summary>One room and its racks, in the order of the configuration.</summary>
[GenerateSerializer, Immutable, Alias("Room")]
public sealed record Room(
    [property: Id(0)] RoomId Id,
    [property: Id(1)] Designation Name,
    [property: Id(2)] ImmutableArray<Rack> Racks);
