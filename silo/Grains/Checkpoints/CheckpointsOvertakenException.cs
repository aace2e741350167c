namespace DcOps.Grains.Checkpoints;

/// <summary>
/// Another silo wrote checkpoints of these owners: it has them now, or had them meanwhile. The rest of the bulk is durable.
/// Whoever offered them is to let go of its state and restore what stands.
/// </summary>
public sealed class CheckpointsOvertakenException : Exception
{
    public CheckpointsOvertakenException()
    {
    }

    public CheckpointsOvertakenException(string message)
        : base(message)
    {
    }

    public CheckpointsOvertakenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CheckpointsOvertakenException(ImmutableArray<string> keys)
        : base($"Another silo wrote the checkpoints of {string.Join(", ", keys)}.") => Keys = keys;

    /// <summary>Keys of the checkpoints that were not taken.</summary>
    public ImmutableArray<string> Keys { get; } = [];
}
