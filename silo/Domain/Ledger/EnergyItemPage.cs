namespace DcOps.Domain.Ledger;

/// <summary>Items of one facility in the order in which they became known.</summary>
/// <param name="After">Where the next page begins; the same as asked when there is nothing new.</param>
public sealed record EnergyItemPage(ImmutableArray<EnergyItem> Items, string After);
