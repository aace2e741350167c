using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Statements;

/// <summary>
/// The province's closed period as it is filed: one line per facility that names the facility's own bundle by its manifest's
/// digest, and the ratio of the sums. Who missed the period is listed, and counts in the coverage.
/// </summary>
/// <param name="Pue">Sum of E_DC over sum of E_IT; null when no facility has a figure of the category.</param>
/// <param name="Files">The manifest first.</param>
public sealed record ProvinceStatement(
    StatementManifest Manifest, ExactRatio? Pue, KpiCoverage Coverage, ImmutableArray<StatementFile> Files)
{
    /// <param name="filed">
    /// Bundles of the same period; a facility of <paramref name="expected"/> without one is listed as missing.
    /// </param>
    public static ProvinceStatement Of(
        ProvinceId province, PeriodKind kind, BusinessPeriod period, PueCategory category, int revision, DateTimeOffset filedAt,
        IReadOnlyCollection<FacilityId> expected, IReadOnlyDictionary<FacilityId, (FacilityStatement Bundle, PeriodTotals Totals)> filed)
    {
        var (facility, it, known, lines) = (0L, 0L, 0, new StringBuilder());
        CsvText.AppendLine(
            lines, "facility", "revision", "manifest_sha256", "category", "e_dc_wh", "e_it_wh", "pue", "completeness",
            "estimated_share", "grade");
        foreach (var id in expected.OrderBy(id => id.Value, StringComparer.Ordinal))
        {
            if (!filed.TryGetValue(id, out var own) || own.Totals[category] is not { Value: not null } figure)
            {
                CsvText.AppendLine(lines, id.Value, "", "", CanonicalText.Of((int)category), "", "", "", "", "", "");
                continue;
            }

            (facility, it, known) = (facility + figure.FacilityEnergy.WattHours, it + figure.ItEnergy.WattHours, known + 1);
            CsvText.AppendLine(
                lines, id.Value, CanonicalText.Of(own.Bundle.Manifest.Revision), own.Bundle.Files[0].Digest.Hex,
                CanonicalText.Of((int)category), CanonicalText.Of(figure.FacilityEnergy.WattHours),
                CanonicalText.Of(figure.ItEnergy.WattHours), CanonicalText.Of(figure.Value), CanonicalText.Of(figure.Completeness),
                CanonicalText.Of(figure.EstimatedShare), KebabCase.Of(figure.Grade));
        }

        var pue = ExactRatio.Of(new(facility), new Energy(it));
        ImmutableArray<StatementFile> files =
        [
            new(StatementNames.Figures, Total(province, kind, period, revision, category, (facility, it), pue, (known, expected.Count))),
            new(StatementNames.Facilities, lines.ToString()),
        ];
        var manifest = new StatementManifest(
            StatementManifest.CurrentFormat, province.Value, KebabCase.Of(kind), period.From, period.To, revision, filedAt,
            EvidenceChain.Empty.Add(ChainSubject.Figures, province.Value, files[1].Text).Head.Hex, [],
            [.. files.Select(file => new ManifestEntry(file.Name, file.Digest.Hex))]);
        var whole = StatementAnnexes.With(manifest, files, []);
        return new(whole.Manifest, pue, new(expected.Count, known, null), whole.Files);
    }

    static string Total(
        ProvinceId province, PeriodKind kind, BusinessPeriod period, int revision, PueCategory category, (long Facility, long It) sums,
        ExactRatio? pue, (int Known, int Expected) facilities)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(
            text, "province", "period", "from", "to", "revision", "category", "e_dc_wh", "e_it_wh", "pue", "facilities_filed",
            "facilities_expected");
        CsvText.AppendLine(
            text, province.Value, KebabCase.Of(kind), CanonicalText.Of(period.From), CanonicalText.Of(period.To),
            CanonicalText.Of(revision), CanonicalText.Of((int)category), CanonicalText.Of(sums.Facility), CanonicalText.Of(sums.It),
            CanonicalText.Of(pue), CanonicalText.Of(facilities.Known), CanonicalText.Of(facilities.Expected));
        return text.ToString();
    }
}
