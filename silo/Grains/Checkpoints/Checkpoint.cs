namespace DcOps.Grains.Checkpoints;

/// <summary>What one owner must not lose, as of one instant.</summary>
/// <param name="Key">Names the owner and its kind, as in <c>room/NJ-01/R01</c>.</param>
/// <param name="Version">Grows from checkpoint to checkpoint of a key, also across restarts.</param>
/// <param name="Image">The state, in the writer's own format; see <see cref="ImageCodec{TImage}"/>.</param>
public readonly record struct Checkpoint(string Key, long Version, ReadOnlyMemory<byte> Image);
