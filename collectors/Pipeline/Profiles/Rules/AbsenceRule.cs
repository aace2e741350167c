namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>Which raw numbers mean "not available". The only place where a sentinel becomes null.</summary>
sealed record AbsenceRule(ImmutableArray<double> Sentinels, double? Below, double? Above)
{
    public bool Means(double raw) => raw < Below || raw > Above || Sentinels.Contains(raw);
}
