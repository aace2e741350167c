using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>How much of an energy budget is used.</summary>
/// <param name="Used">Null when the energy of the period so far is not known.</param>
/// <param name="ElapsedShare">Of the period, 0 to 1.</param>
public readonly record struct BudgetUse(string Name, Energy? Used, Energy? Budget, double ElapsedShare);
