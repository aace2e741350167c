namespace DcOps.Grains.Checkpoints;

/// <summary>A checkpoint that this program must not touch: a newer one wrote it, or it is none. Waiting does not help.</summary>
public sealed class CheckpointFormatException : Exception
{
    public CheckpointFormatException()
    {
    }

    public CheckpointFormatException(string message)
        : base(message)
    {
    }

    public CheckpointFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
