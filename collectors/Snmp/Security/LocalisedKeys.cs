namespace DcOps.Collectors.Snmp.Security;

/// <summary>A user's keys at one engine; empty where the user has none.</summary>
sealed record LocalisedKeys(byte[] Authentication, byte[] Privacy);
