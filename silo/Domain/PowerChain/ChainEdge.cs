namespace DcOps.Domain.PowerChain;

/// <summary>One thing needs another: by their places in the graph.</summary>
/// <param name="From">What is needed.</param>
/// <param name="To">What needs it.</param>
public readonly record struct ChainEdge(int From, int To, Dependency Kind);
