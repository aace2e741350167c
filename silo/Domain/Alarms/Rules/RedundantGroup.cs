namespace DcOps.Domain.Alarms.Rules;

/// <summary>Units that back each other up, as N+1 or A and B.</summary>
/// <param name="Needed">How many must work to carry the load.</param>
/// <param name="Working">How many are known to work.</param>
/// <param name="Unknown">How many cannot be told; they count as neither.</param>
public readonly record struct RedundantGroup(string Name, int Installed, int Needed, int Working, int Unknown);
