namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>An object that says in which unit its neighbour is.</summary>
sealed class UnitByEntry
{
    public required string Object { get; init; }

    public required string Address { get; init; }

    /// <inheritdoc cref="ConditionEntry.Index"/>
    public string[]? Index { get; init; }

    /// <summary>Raw code to unit; a code that is not among them makes the value unknown.</summary>
    public required CodeMap Units { get; init; }
}
