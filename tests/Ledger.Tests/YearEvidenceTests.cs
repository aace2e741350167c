using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Ledger.Tests;

public sealed class YearEvidenceTests
{
    static readonly ReportPeriod Year = new(ReportSpan.Year, TrialProvince.Year);
    static readonly BusinessPeriod Lost = new(BusinessCalendar.Shanghai.Day(new(2025, 4, 24)).From, BusinessCalendar.Shanghai.Day(new(2025, 6, 20)).From);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_closed_months_equals_the_year_that_is_folded_from_its_registers()
    {
        var province = await ClosedAsync();
        var book = province.Books[TrialProvince.Nanjing];
        province.Source.Opened.Clear();

        var evidence = (await province.Ledger.EvidenceAsync(TrialProvince.Nanjing, Year, Token))!;

        Assert.Empty(province.Source.Opened);
        var measure = PeriodMeasure.Of(book, TrialProvince.Year, LedgerSettings.Gaps);
        Assert.Equal([PueFigure.Of(measure.Energy, PueCategory.Category1, 1)!], evidence.Figures);
        Assert.True(evidence.Figures[0].Completeness.Value < 1);
        Assert.Equal(Text(MeterEvidence.Of(book, TrialProvince.Year)), Text(evidence.Meters));
        Assert.Equal(measure.Balances, evidence.Balances);
        Assert.Equal(evidence.Compliance!.Annual.Low, RatioOf(measure).Low);
        Assert.Equal(evidence.Compliance!.Annual.High, RatioOf(measure).High);
    }

    [Fact]
    public async Task Folds_only_the_months_that_changed_since_they_were_closed()
    {
        var province = await ClosedAsync();
        var september = BusinessCalendar.Shanghai.Month(2025, 9);
        await province.Parts.Records.NoteChangeAsync(
            TrialProvince.Nanjing, september.From.AddDays(3), september.From.AddDays(4), province.Parts.Now, "late", Token);
        province.Source.Opened.Clear();

        var evidence = (await province.Ledger.EvidenceAsync(TrialProvince.Nanjing, Year, Token))!;

        Assert.Equal([new(september.From, BusinessCalendar.Shanghai.Month(2025, 10).To)], province.Source.Opened);
        Assert.Equal(Text(MeterEvidence.Of(province.Books[TrialProvince.Nanjing], TrialProvince.Year)), Text(evidence.Meters));
    }

    [Fact]
    public async Task Of_a_year_that_runs_is_its_closed_months_and_the_rest_from_registers()
    {
        var province = new TrialProvince(now: new(2025, 8, 20, 0, 0, 0, TimeSpan.Zero));
        await province.Ledger.CloseAllAsync(Token);
        province.Source.Opened.Clear();

        var evidence = (await province.Ledger.EvidenceAsync(TrialProvince.Suzhou, Year, Token))!;

        Assert.Equal([new(BusinessCalendar.Shanghai.Month(2025, 8).From, TrialProvince.Year.To)], province.Source.Opened);
        Assert.Equal(Text(MeterEvidence.Of(province.Books[TrialProvince.Suzhou], TrialProvince.Year)), Text(evidence.Meters));
    }

    // Eight weeks of which no register knows anything: four are estimated from those before, the others stay missing.
    static async Task<TrialProvince> ClosedAsync()
    {
        var province = new TrialProvince();
        var book = new FacilityBook(TrialProvince.Nanjing, province.Registry, BusinessCalendar.Shanghai, ClosePolicy.Default);
        foreach (var meter in new[] { "main", "ups" })
        {
            foreach (var reading in province.Books[TrialProvince.Nanjing].RawReadings(meter, TrialProvince.Year))
            {
                if (!Lost.Contains(reading.At))
                    book.Take(meter, reading.At >= Lost.To ? reading with { Serial = "another" } : reading);
            }
        }

        province.Books[TrialProvince.Nanjing] = book;
        await province.Ledger.CloseAllAsync(Token);
        return province;
    }

    static Domain.Rules.RuleMeasurement RatioOf(PeriodMeasure measure) => Domain.Rules.FacilityCompliance.Of(
        measure, PueCategory.Category1, new TrialProvince().Parts.DeclarationOf(TrialProvince.Nanjing).Profile, Domain.Rules.RuleBook.Shipped,
        new Dictionary<Domain.Rules.RuleIndicator, Domain.Rules.RuleMeasurement>(), BusinessCalendar.Shanghai).Annual;

    static List<string> Text(IEnumerable<MeterEvidence> rows) =>
    [
        .. rows.Select(row => $"{row.Entry.Meter} {row.First} {row.Last} {row.Energy} {row.Estimated} {string.Join(' ', row.Intervals)} {row.IsCalibrated} {row.Corrections.Length}"),
    ];
}
