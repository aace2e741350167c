namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>How the members of a chain behind one address are counted.</summary>
sealed class MembersEntry
{
    /// <summary>The first member's number.</summary>
    public int First { get; init; } = 1;
}
