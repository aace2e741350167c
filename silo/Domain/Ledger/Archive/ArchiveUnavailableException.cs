namespace DcOps.Domain.Ledger.Archive;

/// <summary>The archive cannot be reached, or refused for now.</summary>
public sealed class ArchiveUnavailableException : Exception
{
    public ArchiveUnavailableException()
    {
    }

    public ArchiveUnavailableException(string message)
        : base(message)
    {
    }

    public ArchiveUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
