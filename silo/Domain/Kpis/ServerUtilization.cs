using DcOps.Domain.Facilities;

namespace DcOps.Domain.Kpis;

/// <summary>ITEUsv (服务器利用率): mean processor utilization over all servers and the period, 0 to 1.</summary>
public sealed class ServerUtilization : FacilityKpi
{
    public override string Name => "server_utilization_ratio";

    public override string Source => "ISO/IEC 30134-5";

    /// <returns>Null when utilization is not known, or there are no servers.</returns>
    public override KpiTerms? TermsOf(FacilityPeriod period) =>
        period.Facts.Servers is { Servers: > 0 } servers ? new(servers.UtilizationSum, servers.Servers) : null;
}
