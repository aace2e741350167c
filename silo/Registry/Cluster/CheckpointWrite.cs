namespace DcOps.Registry.Cluster;

/// <summary>An image to be kept, and the one that it is to follow.</summary>
/// <param name="Before">Version that the database must have for it to be taken; 0 when it must have none.</param>
public readonly record struct CheckpointWrite(CheckpointRow Row, long Before);
