namespace DcOps.Grains.Journal;

/// <summary>A journal that this program must not touch: a newer one wrote it, or it is none. Waiting does not help.</summary>
public sealed class JournalFormatException : Exception
{
    public JournalFormatException()
    {
    }

    public JournalFormatException(string message)
        : base(message)
    {
    }

    public JournalFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
