namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>An object that says how its neighbour is scaled.</summary>
sealed class ScaleEntry
{
    public required string Object { get; init; }

    public required string Address { get; init; }

    /// <inheritdoc cref="ConditionEntry.Index"/>
    public string[]? Index { get; init; }

    public required ScaleForm As { get; init; }
}
