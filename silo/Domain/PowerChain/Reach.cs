namespace DcOps.Domain.PowerChain;

/// <summary>Something upstream, and what it would have to stop giving.</summary>
/// <param name="Place">In the graph's nodes.</param>
public readonly record struct Reach(int Place, Dependency Kind);
