namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>How an energy register behaves, in raw counts.</summary>
sealed record RegisterRule(double? Modulus, double Step, bool IsVolatile);
