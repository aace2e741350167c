using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Topology;

/// <summary>One element of section <c>facilities</c>.</summary>
public sealed class FacilitySection
{
    /// <summary>Key of the configuration.</summary>
    public const string Section = "facilities";

    [Required]
    public required string Id { get; init; }

    /// <summary>Code of a city of section <c>cities</c>.</summary>
    [Required]
    public required string City { get; init; }

    public required NameSection Name { get; init; }

    /// <summary>Design IT power, kW.</summary>
    [Range(0.001, 10_000_000)]
    public double? ItCapacityKilowatts { get; init; }

    public required ImmutableArray<RoomSection> Rooms { get; init; }

    /// <summary>The meters that make the facility's PUE; without any it has none.</summary>
    public ImmutableArray<BoundaryMeterSection> Boundary { get; init; } = [];
}
