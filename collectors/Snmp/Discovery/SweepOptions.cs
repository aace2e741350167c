namespace DcOps.Collectors.Snmp.Discovery;

/// <summary>How a sweep asks.</summary>
public sealed record SweepOptions
{
    /// <summary>UDP port of every device.</summary>
    public int Port { get; init; } = 161;

    /// <summary>First questions a second, all addresses and credentials together: what the network and its firewalls are to bear.</summary>
    public double Rate { get; init; } = 50;

    /// <summary>For one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Sends after the first one.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>Names of the sets of credentials to try, in that order; empty for all, in the order of the configuration.</summary>
    public ImmutableArray<string> Credentials { get; init; } = [];
}
