using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>A key performance indicator of a facility over a period. Each is one file, and found by its type.</summary>
public abstract class FacilityKpi
{
    /// <summary>Every KPI of this assembly, ordered by name.</summary>
    public static ImmutableArray<FacilityKpi> All { get; } =
    [
        .. typeof(FacilityKpi).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(FacilityKpi)) && !type.IsAbstract)
            .Select(type => (FacilityKpi)Activator.CreateInstance(type)!)
            .OrderBy(kpi => kpi.Name, StringComparer.Ordinal),
    ];

    /// <summary>Ends in the unit; the metric is <c>dcops_facility_</c> and this.</summary>
    public abstract string Name { get; }

    /// <summary>Where the formula comes from.</summary>
    public abstract string Source { get; }

    /// <summary>As it stands beside the value; 1 for a ratio.</summary>
    public virtual string Unit => "1";

    /// <returns>Null when the period does not hold what the formula needs.</returns>
    public abstract KpiTerms? TermsOf(FacilityPeriod period);

    /// <returns>Null when the period does not hold what the formula needs.</returns>
    public double? Compute(FacilityPeriod period) => TermsOf(period)?.Value;

    /// <summary>Terms of a paired ratio; null when no interval has both sides.</summary>
    protected static KpiTerms? TermsOf(in PairedEnergy pair) =>
        pair.Intervals > 0 ? new(pair.Upper.WattHours, pair.It.WattHours) : null;
}
