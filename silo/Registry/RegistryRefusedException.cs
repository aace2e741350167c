namespace DcOps.Registry;

/// <summary>A newer version wrote the registry: this one must not touch it.</summary>
public sealed class RegistryRefusedException : Exception
{
    public RegistryRefusedException()
    {
    }

    public RegistryRefusedException(string message)
        : base(message)
    {
    }

    public RegistryRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
