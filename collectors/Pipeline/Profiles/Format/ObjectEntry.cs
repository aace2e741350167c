namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Another object of the device, that a row depends on.</summary>
sealed class ObjectEntry
{
    public required string Object { get; init; }

    public required string Address { get; init; }

    /// <inheritdoc cref="ConditionEntry.Index"/>
    public string[]? Index { get; init; }
}
