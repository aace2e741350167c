namespace DcOps.Benchmarks.Snmp;

/// <summary>What a network does to each datagram, in each direction.</summary>
/// <param name="Loss">Share that is lost, 0 to 1.</param>
/// <param name="Duplicate">Share that comes twice.</param>
/// <param name="Reorder">Share that overtakes the others: it is not delayed.</param>
/// <param name="Delay">Of all others.</param>
/// <param name="Jitter">Most that the delay is more or less.</param>
readonly record struct Impairment(double Loss, double Duplicate, double Reorder, TimeSpan Delay, TimeSpan Jitter);
