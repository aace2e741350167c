using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>What holds instead of the profile's own words for a model that does not do as its MIB says.</summary>
sealed class QuirkEntry
{
    /// <summary>What the model does and how it is known.</summary>
    [MinLength(10)]
    public required string Reason { get; init; }

    /// <summary>What must be said by the device to be of the model: sysDescr, a model number, a firmware.</summary>
    public required ConditionEntry When { get; init; }

    /// <summary>Addresses of the entries that it concerns, as those write them.</summary>
    [MinLength(1)]
    public required string[] Addresses { get; init; }

    /// <summary>The objects are not to be believed at all.</summary>
    public bool Ignore { get; init; }

    public string? Unit { get; init; }

    public double? Scale { get; init; }

    public double[]? Absent { get; init; }

    public double[]? Limits { get; init; }

    public CodeMap? States { get; init; }
}
