namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>An object that says in which unit its neighbour is.</summary>
sealed class UnitByEntry
{
    public string? Object { get; init; }

    /// <summary>Absent when the value's own text says the unit behind the number.</summary>
    public string? Address { get; init; }

    /// <inheritdoc cref="ConditionEntry.Index"/>
    public string[]? Index { get; init; }

    /// <summary>Raw code to unit; a code that is not among them makes the value unknown.</summary>
    public required CodeMap Units { get; init; }
}
