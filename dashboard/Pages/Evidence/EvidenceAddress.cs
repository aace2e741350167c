using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>Where the evidence of a figure stands.</summary>
public static class EvidenceAddress
{
    /// <param name="period">As the address has it; empty for the trailing year.</param>
    public static string Of(FacilityId facility, string period) => $"{ComplianceQuery.Path}/{facility}/evidence{Query(period, null)}";

    /// <summary>Value of <c>detail</c> that asks for all meters of a year: its registers are read as a whole.</summary>
    public const string OfMeters = "meters";

    /// <summary>All meters of a long period on one page.</summary>
    public static string Whole(FacilityId facility, string period) =>
        Of(facility, period) is var address && address.Contains('?', StringComparison.Ordinal) ? $"{address}&detail={OfMeters}" : $"{address}?detail={OfMeters}";

    /// <summary>Leaves of the period as a table.</summary>
    public static string Csv(FacilityId facility, string period) => $"{ComplianceQuery.Path}/{facility}/evidence.csv{Query(period, null)}";

    /// <param name="day">As in <c>2026-03-01</c>; null for the first of the period.</param>
    public static string Readings(FacilityId facility, string meter, string period, string? day = null) =>
        $"{ComplianceQuery.Path}/{facility}/evidence/{Uri.EscapeDataString(meter)}{Query(period, day)}";

    /// <summary>Raw readings of the whole period.</summary>
    public static string ReadingsCsv(FacilityId facility, string meter, string period) =>
        $"{ComplianceQuery.Path}/{facility}/evidence/{Uri.EscapeDataString(meter)}/readings.csv{Query(period, null)}";

    static string Query(string period, string? day) => (period, day) switch
    {
        ("", null) => "",
        (_, null) => $"?period={Uri.EscapeDataString(period)}",
        ("", _) => $"?day={day}",
        _ => $"?period={Uri.EscapeDataString(period)}&day={day}",
    };
}
