namespace DcOps.History;

/// <summary>The store holds something that this version must not touch. Nothing heals it but a person; the message says what to do.</summary>
public sealed class HistoryRefusedException : Exception
{
    public HistoryRefusedException()
    {
    }

    public HistoryRefusedException(string message)
        : base(message)
    {
    }

    public HistoryRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
