using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Topology;

/// <summary>
/// Where a reading belongs: a rack (<c>NJ-01/R01/A07</c>), or a facility's plant (<c>NJ-01</c>: meters, UPSs, cooling).
/// </summary>
[GenerateSerializer, Immutable, Alias("Location")]
public readonly record struct Location
{
    Location(string path) => Path = path;

    [Id(0)]
    public string Path { get; private init; }

    public bool IsPlant => !Path.Contains('/', StringComparison.Ordinal);

    public FacilityId Facility =>
        IsPlant ? FacilityId.Parse(Path) : FacilityId.Parse(Path[..Path.IndexOf('/', StringComparison.Ordinal)]);

    /// <summary>Null for a facility's plant.</summary>
    public RackId? Rack => IsPlant ? null : RackId.Parse(Path);

    public static Location Of(RackId rack) => new(rack.Value);

    public static Location PlantOf(FacilityId facility) => new(facility.Value);

    /// <exception cref="FormatException">The text is neither a facility id nor a rack id; the message quotes it.</exception>
    public static Location Parse(string text) =>
        TryParse(text, out var location)
            ? location
            : throw new FormatException($"'{text}' is not a location: facility/room/rack for a rack, facility for its plant.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Location location)
    {
        location = text is not null && (RackId.TryParse(text, out _) || FacilityId.TryParse(text, out _)) ? new(text) : default;
        return location != default;
    }

    public override string ToString() => Path;
}
