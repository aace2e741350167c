using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Ledger;

/// <summary>
/// One facility's year with injected faults, its month filed as a bundle in a folder, and a bundle's check.
/// </summary>
static class StatementTrial
{
    /// <summary>Writes the bundle of a month of one made facility.</summary>
    /// <returns>The category 1 figure as filed.</returns>
    public static string Write(string folder, int month)
    {
        var (calendar, registry, id) = (BusinessCalendar.Shanghai, ProvinceOfMeters.Of(1), ProvinceOfMeters.IdOf(0));
        var (year, period) = (calendar.Year(2025), calendar.Month(2025, month));
        var book = new FacilityBook(id, registry, calendar, ClosePolicy.Default);
        foreach (var meter in registry.MetersOf(id))
        {
            foreach (var reading in MadeReadings.Of(0, meter, registry.EntriesOf(id, meter).Single(), year))
                book.Take(meter, reading);
        }

        book.Close(PeriodKind.Month, period, period.To.AddDays(5));
        var pack = RuleBook.Shipped["gb-40879"];
        var profile = new FacilityProfile("CN-JS", [], 4_000, ProjectKind.New, null, CoolingKind.Air, true, false, null, null);
        var verdict = RuleJudge.Judge(
            pack, pack.Rules.Single(rule => rule.Id == "rm2-limit"), profile, RuleMeasurement.Unknown("a month is no year"));
        var statement = FacilityStatement.Of(book, PeriodKind.Month, period, [verdict], period.To.AddDays(5));
        Directory.CreateDirectory(folder);
        foreach (var file in statement.Files)
            File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
        return statement.Files.Single(file => file.Name == StatementNames.Figures).Text.Split('\n')[1];
    }

    /// <summary>What the check of a folder finds; empty when the bundle is whole.</summary>
    public static ImmutableArray<StatementFinding> Check(string folder) => StatementCheck.Of(
        Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".csv" or ".json" or ".py" or ".html")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal));
}
