namespace DcOps.Collectors.Snmp.Discovery;

/// <summary>How far a sweep has come.</summary>
/// <param name="Addresses">All of them.</param>
/// <param name="Done">Those that have answered, or have been given up with every set of credentials.</param>
/// <param name="Found">Those that have answered.</param>
public readonly record struct SweepProgress(int Addresses, int Done, int Found);
