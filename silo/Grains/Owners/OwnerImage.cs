using DcOps.Domain.History;

namespace DcOps.Grains.Owners;

/// <summary>What an owner's checkpoint holds.</summary>
/// <param name="RecentRows">Rows that history may not have on disk yet; handed on again after a restart, where each replaces itself.</param>
[GenerateSerializer, Immutable, Alias("OwnerImage`1")]
public sealed record OwnerImage<TImage>(
    [property: Id(0)] TImage State,
    [property: Id(1)] ImmutableArray<HistoryBatch> RecentRows)
    where TImage : class;
