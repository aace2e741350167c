namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>What says which quantity a row holds: a component of its index, or another object.</summary>
sealed class KindByEntry
{
    public string? Component { get; init; }

    public string? Object { get; init; }

    public string? Address { get; init; }

    /// <inheritdoc cref="ConditionEntry.Index"/>
    public string[]? Index { get; init; }
}
