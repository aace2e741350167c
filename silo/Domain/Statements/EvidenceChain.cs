namespace DcOps.Domain.Statements;

/// <summary>
/// Links from raw readings to the filed figure, each sealing the ones before: no one can be changed, left out or put
/// in.
/// </summary>
/// <param name="Links">In order; empty only before the first is added.</param>
public sealed record EvidenceChain(ImmutableArray<ChainLink> Links)
{
    public static EvidenceChain Empty { get; } = new([]);

    /// <summary>Digest of the whole.</summary>
    public Digest Head => Links is [.., var last] ? last.Self : Digest.None;

    public EvidenceChain Add(ChainSubject kind, string subject, string canonicalText) =>
        new(Links.Add(ChainLink.After(Links is [.., var last] ? last : null, kind, subject, Digest.Of(canonicalText))));

    /// <summary>Number of the first link that does not follow from the ones before; null when all do.</summary>
    public int? FirstBroken()
    {
        var (number, previous) = (1, Digest.None);
        foreach (var link in Links)
        {
            if (link.Number != number || link.Previous != previous || !link.IsWhole)
                return number;
            (number, previous) = (number + 1, link.Self);
        }

        return null;
    }
}
