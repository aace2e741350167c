namespace DcOps.Silo.Host.Backup;

/// <summary>A backup that cannot be made here, or must not be restored; the message says why, to the operator.</summary>
public sealed class BackupRefusedException : Exception
{
    public BackupRefusedException()
    {
    }

    public BackupRefusedException(string message)
        : base(message)
    {
    }

    public BackupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
