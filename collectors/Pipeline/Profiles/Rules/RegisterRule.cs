namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>How an energy register behaves, in raw counts.</summary>
/// <param name="RatedWatts">What its part can draw at most; null when that is the whole device's rating.</param>
sealed record RegisterRule(double? Modulus, double Step, bool IsVolatile, double? RatedWatts);
