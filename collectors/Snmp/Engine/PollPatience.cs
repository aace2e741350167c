namespace DcOps.Collectors.Snmp.Engine;

/// <summary>How long and how often a device is asked before it counts as silent.</summary>
/// <param name="Timeout">For one answer.</param>
/// <param name="Retries">Sends after the first one.</param>
public readonly record struct PollPatience(TimeSpan Timeout, int Retries)
{
    /// <summary>
    /// For all questions of one poll together, so that a device that answers slowly cannot hold a poll for ever; an hour
    /// unless said otherwise. What was said until then stands.
    /// </summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(1);
}
