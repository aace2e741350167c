using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Topology;

/// <summary>One room of a facility.</summary>
public sealed class RoomSection
{
    /// <summary>The room's own part of its id, as in <c>R01</c>.</summary>
    [Required]
    public required string Id { get; init; }

    public required NameSection Name { get; init; }

    public required ImmutableArray<RackSection> Racks { get; init; }
}
