using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>
/// Interim PUE (iPUE) at the first declared category: a PUE over less than twelve months, shown with its start and end
/// and never scaled up to a year.
/// </summary>
public sealed class InterimPue : FacilityKpi
{
    /// <summary>The shortest period that holds twelve months.</summary>
    public static readonly TimeSpan TwelveMonths = TimeSpan.FromDays(365);

    public override string Name => "interim_pue_ratio";

    public override string Source => "ISO/IEC 30134-2, derivatives";

    /// <returns>Null for a period of twelve months, which has a PUE, and when no interval has both sides.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.To - period.From < TwelveMonths && period.FirstCategory is { } category ? TermsOf(period.Pue(category)) : null;
}
