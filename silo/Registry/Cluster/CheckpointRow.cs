namespace DcOps.Registry.Cluster;

/// <summary>One owner's newest image as the database keeps it.</summary>
/// <param name="Version">Grows from image to image of a key.</param>
public readonly record struct CheckpointRow(string Key, long Version, ReadOnlyMemory<byte> Image);
