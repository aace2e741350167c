using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>The energy of a meter and of all meters right below it, over the same closed period.</summary>
/// <param name="Parent">Null when not known.</param>
/// <param name="Children">Null when one of them is not known.</param>
public readonly record struct BalancedEnergy(string Meter, Energy? Parent, Energy? Children);
