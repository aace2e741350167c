namespace DcOps.Grains.Checkpoints;

/// <summary>Checkpoints cannot be kept or read for now: the disk is full, the database is away.</summary>
public sealed class CheckpointsUnavailableException : Exception
{
    public CheckpointsUnavailableException()
    {
    }

    public CheckpointsUnavailableException(string message)
        : base(message)
    {
    }

    public CheckpointsUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
