namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>What another object must say for a value to be one.</summary>
sealed class ConditionEntry
{
    public required string Object { get; init; }

    public required string Address { get; init; }

    /// <summary>Components of the row's index that complete the address; absent: all of them; empty: the address is complete.</summary>
    public string[]? Index { get; init; }

    /// <summary>It must be one of these.</summary>
    public CodeList? Is { get; init; }

    /// <summary>It must be none of these.</summary>
    public CodeList? IsNot { get; init; }
}
