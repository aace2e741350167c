namespace DcOps.Silo.Host.Checkpoints;

/// <summary>Where an image lies in its segment.</summary>
readonly record struct ImagePlace(long Version, long Offset, int Length);
