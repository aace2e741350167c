using System.Globalization;
using DcOps.Domain.Csv;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Statements.Printed;

/// <summary>Rows of a bundle's wide tables as a sheet of paper has room for them: cells that belong together share a column.</summary>
sealed class PrintedRows(StatementWords words)
{
    public static PrintedColumn[] VerdictColumns =>
    [
        new("rule", Width: 24), new("outcome", PrintedForm.Word, 10), new("limit", PrintedForm.Number, 8), new("value", PrintedForm.Number, 10),
        new("interval", PrintedForm.Number, 11), new("reason", Width: 15), new("source", Width: 22),
    ];

    public static PrintedColumn[] ExemptColumns => [new("rule", Width: 38), new("reason", Width: 37), new("source", Width: 25)];

    public static PrintedColumn[] MeterColumns =>
    [
        new("meter", Width: 14), new("role", PrintedForm.Word, 11), new("parent", Width: 12), new("plate", Width: 14),
        new("rated_kw", PrintedForm.Number, 9), new("accuracy_class", PrintedForm.Number, 7), new("calibration_due_on", Width: 10),
        new("serial", Width: 11), new("valid", Width: 12),
    ];

    public static PrintedColumn[] CorrectionColumns =>
    [
        new("id", Width: 10), new("meter", Width: 11), new("kind", PrintedForm.Word, 9), new("span", Width: 16), new("reason", Width: 17),
        new("evidence", Width: 13), new("proposed", Width: 10), new("accepted", Width: 14),
    ];

    public static PrintedColumn[] IntervalColumns =>
    [
        new("meter"), new("energy_kwh", PrintedForm.Energy), new("measured", PrintedForm.Number), new("interpolated", PrintedForm.Number),
        new("calculated", PrintedForm.Number), new("estimated", PrintedForm.Number), new("missing", PrintedForm.Number),
    ];

    public IEnumerable<string[]> Verdicts(string csv, bool applying)
    {
        var notApplicable = KebabCase.Of(RuleOutcome.NotApplicable);
        foreach (var row in Rows(csv).Where(row => row("outcome") != notApplicable == applying))
        {
            var rule = $"{Title(row)}{row("rule")} · {row("pack")} {row("version")}";
            var doubt = row("verification") is { Length: > 0 } verification && verification != KebabCase.Of(Verification.Verified)
                ? $" [{words.Value(verification)}]"
                : "";
            var source = words.Source(row("source")) + doubt;
            yield return applying
                ? [rule, row("outcome"), row("limit"), Short(row("value")), Interval(row("low"), row("high")), words.Reason(row("reason")), source]
                : [rule, words.Reason(row("reason")), source];
        }
    }

    public IEnumerable<string[]> Meters(string csv) => Rows(csv).Select(row => new[]
    {
        row("meter"), row("role"), row("parent"), Joined(" · ", row("ct"), row("pt")), row("rated_kw"), row("accuracy_class"),
        row("calibration_due_on"), row("serial"),
        row("valid_from").Length == 0 ? "" : row("valid_to").Length == 0
            ? string.Format(CultureInfo.InvariantCulture, words["until-further"], row("valid_from"))
            : string.Format(CultureInfo.InvariantCulture, words["from-until"], row("valid_from"), row("valid_to")),
    });

    public IEnumerable<string[]> Corrections(string csv) => Rows(csv).Select(row => new[]
    {
        row("id"), row("meter"), row("kind"), Joined(" – ", Instant(row("at")), Instant(row("to"))), row("reason"), row("evidence"),
        row("proposed_by"), Joined(" ", row("accepted_by"), Instant(row("accepted_at"))),
    });

    public static IEnumerable<string[]> Intervals(string csv)
    {
        foreach (var group in Rows(csv).GroupBy(row => row("meter"), StringComparer.Ordinal))
        {
            var sum = group.Sum(row => CanonicalText.TryWhole(row("wh"), out var wattHours) ? wattHours : 0);
            yield return
            [
                group.Key, CanonicalText.Of(sum),
                .. Enum.GetValues<IntervalQuality>().Select(each => CanonicalText.Of(group.Count(row => row("quality") == KebabCase.Of(each)))),
            ];
        }
    }

    // The table names rules by id; their titles are taken from the pack of that version, where it is still shipped.
    string Title(Func<string, string> row) =>
        RuleBook.Shipped.Packs.FirstOrDefault(pack => pack.Id == row("pack") && pack.Version == row("version"))
            ?.Rules.FirstOrDefault(rule => rule.Id == row("rule")) is { } known ? $"{words.Name(known.Title)} · " : "";

    string Instant(string cell) => cell.Length == 0 ? "" : PrintedCell.Of(cell, PrintedForm.Instant, words);

    static string Interval(string low, string high) => low.Length == 0 && high.Length == 0 || low == high ? "" : $"{Short(low)} – {(high.Length == 0 ? "∞" : Short(high))}";

    // Six digits show any difference that a limit of three can have; the table holds the exact value.
    static string Short(string number) => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value.ToString("0.######", CultureInfo.InvariantCulture)
        : number;

    static string Joined(string between, params string[] parts) => string.Join(between, parts.Where(part => part.Length > 0));

    // A column that the table has not is empty.
    static IEnumerable<Func<string, string>> Rows(string csv)
    {
        var rows = CsvText.Rows(csv);
        return rows.Skip(1).Select<(int Line, List<string> Cells), Func<string, string>>(row => name =>
            rows[0].Cells.IndexOf(name) is var index and >= 0 && index < row.Cells.Count ? row.Cells[index] : "");
    }
}
