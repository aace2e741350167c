namespace DcOps.Collectors.Snmp.Engine;

/// <summary>How long and how often a device is asked before it counts as silent.</summary>
/// <param name="Timeout">For one answer.</param>
/// <param name="Retries">Sends after the first one.</param>
public readonly record struct PollPatience(TimeSpan Timeout, int Retries);
