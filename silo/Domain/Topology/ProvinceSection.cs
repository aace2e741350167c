using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Topology;

/// <summary>Section <c>province</c>.</summary>
public sealed class ProvinceSection
{
    /// <summary>Key of the configuration.</summary>
    public const string Section = "province";

    [Required]
    public required string Id { get; init; }

    public required NameSection Name { get; init; }
}
