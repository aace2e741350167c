using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>ITEEsv: greatest performance of all servers over their greatest power; a ratio of sums.</summary>
public sealed class ServerEnergyEffectiveness : FacilityKpi
{
    public override string Name => "server_performance_per_kilowatt";

    public override string Source => "ISO/IEC 30134-4";

    public override string Unit => "1/kW";

    /// <returns>Null when no server's performance is declared.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) => period.Facts.ServerKinds.IsEmpty
        ? null
        : new(
            period.Facts.ServerKinds.Sum(kind => kind.Performance),
            period.Facts.ServerKinds.Sum(kind => kind.MostPower.Kilowatts));
}
