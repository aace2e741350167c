namespace DcOps.Collectors.Snmp.Walking;

/// <summary>What a device was asked for before it was silent.</summary>
readonly record struct LimitsBefore(int GetVariables, int BulkVariables, bool TakesNonRepeaters);
