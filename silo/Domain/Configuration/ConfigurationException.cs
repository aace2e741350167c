namespace DcOps.Domain.Configuration;

/// <summary>A configuration that must stop the process, with every fault found in it at once.</summary>
public sealed class ConfigurationException(ImmutableArray<ConfigurationFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>Never empty.</summary>
    public ImmutableArray<ConfigurationFault> Faults { get; } = faults;
}
