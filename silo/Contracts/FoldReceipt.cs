namespace DcOps.Contracts;

/// <summary>Answer of an owner to folded batches.</summary>
/// <param name="FoldedThrough">Highest sequence of the collector folded so far.</param>
/// <param name="DurableThrough">Highest sequence whose effect would survive a crash; at most <paramref name="FoldedThrough"/>.</param>
/// <param name="Duplicates">How many of the batches had been folded before.</param>
[GenerateSerializer, Immutable, Alias("FoldReceipt")]
public readonly record struct FoldReceipt(
    [property: Id(0)] long FoldedThrough,
    [property: Id(1)] long DurableThrough,
    [property: Id(2)] int Duplicates);
