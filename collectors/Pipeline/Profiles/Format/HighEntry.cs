using System.ComponentModel.DataAnnotations;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>The object that holds the upper part of a split count.</summary>
sealed class HighEntry
{
    public required string Object { get; init; }

    public required string Address { get; init; }

    /// <inheritdoc cref="ConditionEntry.Index"/>
    public string[]? Index { get; init; }

    /// <summary>What one of the upper part is worth in counts of the lower: 65536 for a high and a low word.</summary>
    [Range(2, double.MaxValue)]
    public required double Weight { get; init; }
}
