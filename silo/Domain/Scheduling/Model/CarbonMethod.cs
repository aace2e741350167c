namespace DcOps.Domain.Scheduling.Model;

/// <summary>How carbon intensity was accounted. Figures of different methods are never added or compared.</summary>
public enum CarbonMethod
{
    LocationAverage,
    Marginal,
    Market,
}
