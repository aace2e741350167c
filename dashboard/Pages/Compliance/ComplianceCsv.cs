using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>The list as a table for machines: exactly the rows that its filters leave, every line with snapshot and rule versions.</summary>
public static class ComplianceCsv
{
    static readonly string[] Columns =
    [
        "facility", "name_zh", "name_en", "city", "owner", "groups", "project", "standard_racks", "period", "period_first_day",
        "period_last_day", "method", "category", "pue_ratio", "pue_low_ratio", "pue_high_ratio", "half_width_k2_ratio", "pue_30_days_ratio",
        "power_ratio_now", "completeness_percent", "estimated_percent", "evidence_grade", "gb_40879_grade", "limit_ratio", "excess_ratio",
        "rule_pack", "rule_version", "rule", "rule_source", "rule_from", "rule_verification", "verdict", "reason", "facility_energy_kwh",
        "it_energy_kwh", "revision", "gap_policy", "snapshot_utc", "rule_packs",
    ];

    public static string Of(ComplianceListing listing)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, Columns);
        foreach (var row in listing.Rows)
            Append(text, row, listing);
        return text.ToString();
    }

    static void Append(StringBuilder text, ListedFacility row, ComplianceListing listing)
    {
        var (declaration, compliance, deciding) = (row.Row.Declaration, row.Compliance, row.Deciding);
        var (figure, annual, period) = (compliance?.Figure, compliance?.Annual, listing.List.Period);
        CsvText.AppendLine(
            text,
            row.Row.Facility.Id.Value, Words(row.Row.Facility.Name.Chinese), Words(row.Row.Facility.Name.English), row.Row.Facility.City.Value,
            Words(declaration.Owner), Words(string.Join(' ', declaration.Groups)), Choice(declaration.Profile.Project),
            Number(declaration.Profile.StandardRacks), period.Text, ComplianceText.Day(period.Period.From), ComplianceText.LastDay(period.Period.To),
            KebabCase.Of(listing.Query.Method), Choice(figure?.Category), Number(annual?.Value), Number(annual?.Low), Number(annual?.High),
            Number(annual?.HalfWidth), Number(row.Row.Recent?.Value?.Value), Number(row.PowerRatio?.Value), Number(figure?.Completeness.Percent),
            Number(figure?.EstimatedShare.Percent), Choice(figure?.Grade), Number(compliance?.Grade), Number(deciding?.Limit),
            Number(deciding?.Excess), deciding?.PackId ?? "", deciding?.PackVersion ?? "", deciding?.Rule.Id ?? "", Words(deciding?.Rule.Source),
            deciding?.Rule.From is { } from ? ComplianceText.Date(from) : "", Choice(deciding?.Rule.Verification), KebabCase.Of(row.Verdict),
            Words(deciding?.Reason), Kilowatts(figure?.FacilityEnergy), Kilowatts(figure?.ItEnergy), Number(row.Row.Revision),
            compliance?.Policy ?? "", listing.List.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), string.Join(';', listing.List.Rules));
    }

    /// <summary>Text that a spreadsheet would take for a formula is written as text.</summary>
    internal static string Words(string? text) => text switch
    {
        null => "",
        ['=' or '+' or '-' or '@' or '\t' or '\r', ..] => $"'{text}",
        _ => text,
    };

    static string Number(ExactRatio? ratio) => Number(ratio?.Value);

    static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Choice<T>(T? value)
        where T : struct, Enum => value is { } known ? KebabCase.Of(known) : "";

    static string Kilowatts(Energy? energy) =>
        energy is { } known ? ((decimal)known.WattHours / 1_000).ToString(CultureInfo.InvariantCulture) : "";
}
