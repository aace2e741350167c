using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Statements;

/// <summary>Figures, intervals and verdicts as canonical tables.</summary>
static class FigureCsv
{
    public static string Figures(FacilityId facility, PeriodKind kind, IEnumerable<PueFigure> figures)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(
            text, "facility", "period", "from", "to", "revision", "category", "e_dc_wh", "e_it_wh", "pue", "completeness",
            "estimated_share", "grade");
        foreach (var figure in figures)
        {
            CsvText.AppendLine(
                text, facility.Value, KebabCase.Of(kind), CanonicalText.Of(figure.From), CanonicalText.Of(figure.To),
                CanonicalText.Of(figure.Revision), CanonicalText.Of((int)figure.Category),
                CanonicalText.Of(figure.FacilityEnergy.WattHours), CanonicalText.Of(figure.ItEnergy.WattHours),
                CanonicalText.Of(figure.Value), CanonicalText.Of(figure.Completeness), CanonicalText.Of(figure.EstimatedShare),
                KebabCase.Of(figure.Grade));
        }

        return text.ToString();
    }

    public static string Verdicts(IEnumerable<RuleVerdict> verdicts)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(
            text, "pack", "version", "rule", "verification", "source", "outcome", "limit", "value", "low", "high",
            "within_uncertainty", "reason");
        foreach (var verdict in verdicts)
        {
            CsvText.AppendLine(
                text, verdict.PackId, verdict.PackVersion, verdict.Rule.Id, KebabCase.Of(verdict.Rule.Verification),
                verdict.Rule.Source, KebabCase.Of(verdict.Outcome),
                verdict.Limit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                CanonicalText.Of(verdict.Value), CanonicalText.Of(verdict.Low), CanonicalText.Of(verdict.High),
                verdict.IsWithinUncertainty ? "yes" : "no", verdict.Reason);
        }

        return text.ToString();
    }

    public static string IntervalHeader => "meter,from,wh,estimated_wh,quality\n";

    /// <summary>Intervals of one meter inside a period, without header; missing ones have no energy.</summary>
    public static string Intervals(string meter, EnergySeries series, BusinessPeriod period)
    {
        var text = new StringBuilder();
        for (var index = Math.Max(0, series.IndexOf(period.From)); index < Math.Min(series.Count, series.IndexOf(period.To)); index++)
        {
            var piece = series[index];
            var isMissing = piece.Quality == IntervalQuality.Missing;
            CsvText.AppendLine(
                text, meter, CanonicalText.Of(piece.From), isMissing ? "" : CanonicalText.Of(piece.WattHours),
                isMissing ? "" : CanonicalText.Of(piece.EstimatedWattHours), KebabCase.Of(piece.Quality));
        }

        return text.ToString();
    }

    public static string Chain(EvidenceChain chain)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, "number", "kind", "subject", "content", "previous", "self");
        foreach (var link in chain.Links)
        {
            CsvText.AppendLine(
                text, CanonicalText.Of(link.Number), KebabCase.Of(link.Kind), link.Subject, link.Content.Hex, link.Previous.Hex,
                link.Self.Hex);
        }

        return text.ToString();
    }
}
