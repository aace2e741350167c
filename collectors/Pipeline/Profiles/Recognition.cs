namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>How a device shows that a profile is for it.</summary>
/// <param name="SystemObjectIds">sysObjectID values or prefixes of them, at a dot; the longest match wins. May be empty.</param>
/// <param name="Fingerprint">
/// Instances of which one answers: for devices whose sysObjectID fits no profile, or fits several. May be empty.
/// </param>
/// <param name="GenericRank">Not null for a standard that many makers speak beside their own: such are considered last, 1 before 2.</param>
public sealed record Recognition(
    ImmutableArray<string> SystemObjectIds, ImmutableArray<string> Fingerprint, int? GenericRank)
{
    /// <summary>Length of the longest prefix of <paramref name="systemObjectId"/> named here; 0 when none is.</summary>
    public int Match(string systemObjectId)
    {
        var longest = 0;
        foreach (var prefix in SystemObjectIds)
        {
            if (prefix.Length > longest && Covers(prefix, systemObjectId))
                longest = prefix.Length;
        }

        return longest;
    }

    static bool Covers(string prefix, string systemObjectId) =>
        systemObjectId.StartsWith(prefix, StringComparison.Ordinal)
        && (systemObjectId.Length == prefix.Length || systemObjectId[prefix.Length] == '.');
}
