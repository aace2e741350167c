using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Topology;

/// <summary>One element of section <c>cities</c>.</summary>
public sealed class CitySection
{
    /// <summary>Key of the configuration.</summary>
    public const string Section = "cities";

    [Required]
    public required string Code { get; init; }

    public required NameSection Name { get; init; }

    /// <summary>Column of its tile in the cartogram, 0 = west; without one there is no tile.</summary>
    [Range(0, 63)]
    public int? Column { get; init; }

    /// <summary>Row of its tile in the cartogram, 0 = north; without one there is no tile.</summary>
    [Range(0, 63)]
    public int? Row { get; init; }
}
