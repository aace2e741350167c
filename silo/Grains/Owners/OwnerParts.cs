using DcOps.Domain.History;
using DcOps.Domain.Topology;
using DcOps.Grains.Checkpoints;

namespace DcOps.Grains.Owners;

/// <summary>What every owner grain is given.</summary>
public sealed record OwnerParts(
    Inventory Inventory,
    OwnerCheckpoints Checkpoints,
    CheckpointOptions Checkpointing,
    RollUpOptions RollUps,
    RollUpGate Gate,
    IHistoryFeed History,
    TimeProvider Time);
