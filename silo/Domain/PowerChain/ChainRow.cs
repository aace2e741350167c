using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.PowerChain;

/// <summary>One node as a file states it: an element of section <c>chain</c>, or a row of a table.</summary>
public sealed class ChainRow : IValidatableObject
{
    public const string Section = "chain";

    /// <summary>Id of the facility.</summary>
    [Required]
    public required string Facility { get; init; }

    [Required, RegularExpression("^[a-z0-9][a-z0-9/-]{0,63}$", ErrorMessage = "must be small letters, digits, hyphens and slashes, 1 to 64 characters.")]
    public required string Id { get; init; }

    public required EquipmentClass Class { get; init; }

    /// <summary>In the reader's language; the id where it is left out.</summary>
    public string? Name { get; init; }

    /// <summary>Rack of the node, or of what it is in; the facility's plant when left out.</summary>
    public string? Location { get; init; }

    /// <summary>Device that it is read of; left out where nothing reads it.</summary>
    public string? Device { get; init; }

    /// <summary>Part of the device, as in <c>breaker-12</c>; the whole device when left out.</summary>
    public string? Part { get; init; }

    [RegularExpression("^(L[1-3]|L[1-3]-L[1-3])$", ErrorMessage = "must be L1, L2, L3, or two of them as in L1-L2.")]
    public string? Phase { get; init; }

    /// <summary>Ids of what powers it.</summary>
    public ImmutableArray<string> PoweredBy { get; init; } = [];

    public ImmutableArray<string> CooledBy { get; init; } = [];

    /// <summary>Ids of what its readings come through.</summary>
    public ImmutableArray<string> ReportsThrough { get; init; } = [];

    [Range(0.001, 1_000_000)]
    public double? RatedKilowatts { get; init; }

    /// <summary>Per phase, A.</summary>
    [Range(0.001, 100_000)]
    public double? RatedAmperes { get; init; }

    /// <summary>Share of the rating for continuous load.</summary>
    [Range(0.1, 1.0)]
    public double? Derating { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Part is not null && Device is null)
            yield return new ValidationResult("is given without 'device'.", [nameof(Part)]);
        if (Class is EquipmentClass.Breaker && RatedAmperes is null)
            yield return new ValidationResult("is missing; a breaker is declared with its rating.", [nameof(RatedAmperes)]);
        if (Class == EquipmentClass.Rack && Location is null)
            yield return new ValidationResult("is missing; a rack is declared with its location.", [nameof(Location)]);
        if (Class == EquipmentClass.Rack && Device is not null)
            yield return new ValidationResult("is given for a rack; declare the device as a node of its own.", [nameof(Device)]);
    }
}
