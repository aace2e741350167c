using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>What is used of what was granted.</summary>
/// <param name="Used">Mean or peak, as the rule asks; null when not known.</param>
/// <param name="Granted">Null when not declared.</param>
/// <param name="Over">The stretch over which the mean or peak was taken.</param>
/// <param name="LimitedBy">Which resource is the narrowest, as in <c>ups-b2</c>; empty where there is one only.</param>
public readonly record struct UsedCapacity(string Name, Power? Used, Power? Granted, TimeSpan Over, string LimitedBy = "");
