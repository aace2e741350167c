namespace DcOps.Domain.Rules;

/// <summary>How an indicator earns points: none at one end, all at the other, evenly between.</summary>
/// <param name="None">Where points begin.</param>
/// <param name="Full">From where on all are given; above or below <paramref name="None"/>.</param>
public sealed record ScoreLine(RuleIndicator Indicator, decimal None, decimal Full, string Source, Verification Verification)
{
    /// <summary>0 to 1.</summary>
    public double Of(double value) => Math.Clamp((value - (double)None) / (double)(Full - None), 0, 1);
}
