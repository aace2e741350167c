namespace DcOps.Collectors.Snmp.Polling;

/// <summary>A device's place in the queue; void when the device has another one by then.</summary>
readonly record struct PollTurn(PolledDevice Device, TimeSpan DueAt);
