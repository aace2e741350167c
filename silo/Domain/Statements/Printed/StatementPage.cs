using System.Globalization;
using System.Text;
using DcOps.Domain.Configuration;
using DcOps.Domain.Csv;
using DcOps.Domain.Kpis;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Statements.Printed;

/// <summary>
/// A statement as one page to print (A4): it shows what the tables of the bundle say and computes nothing. Self-contained, without
/// script; everything from outside is escaped.
/// </summary>
public static class StatementPage
{
    /// <param name="tables">The tables of a facility's or the province's bundle, in the manifest's order.</param>
    /// <returns>HTML 5, lines ended by a line feed; the same tables give the same bytes.</returns>
    public static string Of(StatementManifest manifest, ImmutableArray<StatementFile> tables, StatementLanguage language)
    {
        var words = StatementWords.Of(language);
        var files = tables.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);
        var page = new PrintedText(words);
        Head(page, manifest, words, files.ContainsKey(StatementNames.Facilities));
        page.Heading("figures").Table(Shown(files[StatementNames.Figures]), FigureColumns);
        if (files.TryGetValue(StatementNames.Facilities, out var facilities))
            page.Heading("facilities").Table(Shown(facilities), FacilityColumns);
        else
            Facility(page, files, new(words));
        page.Heading("files").Table(
            [new("file", Width: 26), new("sha256", PrintedForm.Digest, 74)], tables.Select(file => new[] { file.Name, file.Digest.Hex }));
        page.Heading("verify").Element("p", words["verify-signature"])
            .Element("p", "openssl cms -verify -binary -inform DER -in manifest.p7s -content manifest.json -CAfile ca.pem")
            .Element("p", words["verify-files"]);
        if (!files.ContainsKey(StatementNames.Facilities))
            page.Element("p", words["verify-figure"]);
        return page.Markup("</body></html>").ToString();
    }

    static PrintedColumn[] FigureColumns =>
    [
        new("category", PrintedForm.Number), new("e_dc_wh", PrintedForm.Energy), new("e_it_wh", PrintedForm.Energy),
        new("pue", PrintedForm.Number), new("completeness", PrintedForm.Share), new("estimated_share", PrintedForm.Share),
        new("grade", PrintedForm.Word), new("facilities_filed", PrintedForm.Number), new("facilities_expected", PrintedForm.Number),
    ];

    static PrintedColumn[] FacilityColumns =>
    [
        new("facility", Width: 9), new("revision", PrintedForm.Number, 7), new("e_dc_wh", PrintedForm.Energy, 13),
        new("e_it_wh", PrintedForm.Energy, 13), new("pue", PrintedForm.Number, 9), new("completeness", PrintedForm.Share, 10),
        new("estimated_share", PrintedForm.Share, 9), new("grade", PrintedForm.Word, 10), new("manifest_sha256", PrintedForm.Digest, 20),
    ];

    static void Head(PrintedText page, StatementManifest manifest, StatementWords words, bool isProvince)
    {
        var title = $"{words[isProvince ? "title-province" : "title-facility"]} · {manifest.Scope}";
        page.Markup($"<!DOCTYPE html>\n<html lang=\"{words.Tag}\"><head><meta charset=\"utf-8\">")
            .Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Element("title", title)
            .Markup($"<style>\n{ShippedText.Of("page.css")}</style></head><body>")
            .Element("h1", title)
            .Markup("<dl>")
            .Fact("scope", manifest.Scope)
            .Fact("period", $"{words.Value(manifest.Period)} {Days(manifest)}")
            .Fact("from", PrintedCell.Instant(manifest.From))
            .Fact("to", PrintedCell.Instant(manifest.To))
            .Fact("revision", manifest.Revision.ToString(CultureInfo.InvariantCulture))
            .Fact("filed-at", PrintedCell.Instant(manifest.FiledAt))
            .Fact("rules", string.Join(", ", manifest.Rules))
            .Fact("chain-head", manifest.ChainHead)
            .Markup("</dl>");
    }

    static void Facility(PrintedText page, Dictionary<string, string> files, PrintedRows rows) => page
        .Heading("verdicts").Table(PrintedRows.VerdictColumns, rows.Verdicts(files[StatementNames.Verdicts], applying: true))
        .Heading("verdicts-not-applying").Table(PrintedRows.ExemptColumns, rows.Verdicts(files[StatementNames.Verdicts], applying: false))
        .Heading("intervals").Table(PrintedRows.IntervalColumns, PrintedRows.Intervals(files[StatementNames.Intervals]))
        .Heading("meters").Table(PrintedRows.MeterColumns, rows.Meters(files[StatementNames.Meters]))
        .Heading("corrections").Table(PrintedRows.CorrectionColumns, rows.Corrections(files[StatementNames.Corrections]));

    // A figure of grade D is no figure: the table keeps it for the record, the page shows a dash.
    static string Shown(string csv)
    {
        var rows = CsvText.Rows(csv);
        var (pue, grade, text) = (rows[0].Cells.IndexOf("pue"), rows[0].Cells.IndexOf("grade"), new StringBuilder());
        foreach (var (_, cells) in rows)
        {
            if (grade >= 0 && cells[grade] == KebabCase.Of(EvidenceGrade.Insufficient))
                cells[pue] = "";
            CsvText.AppendLine(text, [.. cells]);
        }

        return text.ToString();
    }

    static string Days(StatementManifest manifest)
    {
        var calendar = BusinessCalendar.Shanghai;
        var (first, last) = (calendar.LocalDate(manifest.From), calendar.LocalDate(manifest.To.AddTicks(-1)));
        return string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd} – {last:yyyy-MM-dd}");
    }
}
