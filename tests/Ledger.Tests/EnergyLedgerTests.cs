using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Ledger.Tests;

public sealed class EnergyLedgerTests
{
    static readonly ReportPeriod Year = new(ReportSpan.Year, TrialProvince.Year);
    static readonly BusinessPeriod March = BusinessCalendar.Shanghai.Month(2025, 3);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_has_every_facility_worst_first_and_sums_of_both_sides()
    {
        var province = await ClosedAsync();

        var list = await province.Ledger.ComplianceAsync(Year, Token);

        Assert.Equal(["SZ-01", "NJ-01", "YZ-01"], list.Rows.Select(row => row.Facility.Id.Value));
        Assert.Equal([RuleOutcome.Over, RuleOutcome.Compliant, null], list.Rows.Select(row => row.Outcome));
        var whole = list.Rollups[0];
        Assert.Equal((RollupScope.Province, "JS", (140 + 480) * 8_760_000L, (100 + 300) * 8_760_000L), (
            whole.Scope, whole.Key, whole.FacilityEnergy.WattHours, whole.ItEnergy.WattHours));
        Assert.Equal((3, 2), (whole.Coverage.Facilities, whole.Coverage.Known));
        Assert.Equal(1.55, whole.Pue!.Value.Value, 9);
        Assert.Equal(1.55, list.Rollups.Single(each => each.Scope == RollupScope.Group).Pue!.Value.Value, 9);
        Assert.Contains("gb-40879 2021.1", list.Rules);
    }

    [Fact]
    public async Task One_facility_asked_for_alone_has_the_row_that_the_list_has()
    {
        var province = await ClosedAsync();
        var list = await province.Ledger.ComplianceAsync(Year, Token);

        var alone = await province.Ledger.ComplianceAsync(TrialProvince.Suzhou, Year, Token);
        var nowhere = await province.Ledger.ComplianceAsync(FacilityId.Parse("NJ-99"), Year, Token);

        var (one, listed) = (Assert.Single(alone.Rows), list.Rows.Single(row => row.Facility.Id == TrialProvince.Suzhou));
        Assert.Equal(listed.Compliance!.Annual, one.Compliance!.Annual);
        Assert.Equal((listed.Outcome, listed.Recent, listed.Revision), (one.Outcome, one.Recent, one.Revision));
        Assert.Equal(list.Rules, alone.Rules);
        Assert.Empty(alone.Rollups);
        Assert.Empty(nowhere.Rows);
    }

    [Fact]
    public async Task A_year_summed_from_months_says_what_its_registers_say()
    {
        var province = await ClosedAsync();
        var book = province.Books[TrialProvince.Suzhou];

        var listed = (await province.Ledger.ComplianceAsync(Year, Token)).Rows[0].Compliance!;

        var direct = FacilityCompliance.Of(
            book, TrialProvince.Year, listed.Figure!.Category, province.Parts.DeclarationOf(book.Facility).Profile, RuleBook.Shipped,
            GapPolicy.Rated, new Dictionary<RuleIndicator, RuleMeasurement>());
        Assert.Equal(direct.Figure, listed.Figure);
        Assert.Equal(direct.Annual, listed.Annual);
        Assert.Equal(direct.Grade, listed.Grade);
        var closed = Assert.Single(await province.Ledger.ClosedAsync(book.Facility, PeriodKind.Year, TrialProvince.Year, Token));
        Assert.Equal(direct.Figure! with { Revision = 1 }, closed.Current.Totals.Figures[0]);
    }

    [Fact]
    public async Task Who_fails_if_the_line_moves_is_answered_over_history()
    {
        var province = await ClosedAsync();

        var moved = await province.Ledger.MoveLineAsync("gb-40879", "rm2-limit", 1.25m, 1, Token);

        var newly = Assert.Single(moved, line => line.Changes);
        Assert.Equal((TrialProvince.Nanjing, RuleOutcome.Over), (newly.Figure.Facility, newly.After.Outcome));
    }

    [Fact]
    public async Task Evidence_goes_down_to_the_readings()
    {
        var province = await ClosedAsync();

        var evidence = (await province.Ledger.EvidenceAsync(TrialProvince.Nanjing, ReportPeriod.Of(PeriodKind.Month, March), Token))!;
        var readings = new List<RegisterReading>();
        await foreach (var reading in province.Ledger.ReadingsAsync(TrialProvince.Nanjing, "ups", March, Token))
            readings.Add(reading);

        Assert.Equal(["main", "ups"], evidence.Meters.Select(meter => meter.Entry.Meter));
        Assert.Equal(1.4, evidence.Figures[0].Value!.Value.Value, 9);
        Assert.Equal((1, 31 * 24), (evidence.Closed!.Current.Number, readings.Count));
        Assert.Equal(evidence.Meters[1].Energy.WattHours, (long)Math.Round(readings[^1].Position - readings[0].Position) + 100_000);
    }

    [Fact]
    public async Task An_accepted_correction_makes_a_revision_and_leaves_what_was_filed()
    {
        var province = await ClosedAsync();
        var filed = Assert.IsType<FilingAnswer.Filed>(
            await province.Ledger.FileAsync(TrialProvince.Nanjing, PeriodKind.Month, March, "clerk", Token)).Statement;
        var claim = new CorrectionClaim(
            TrialProvince.Nanjing, "ups", CorrectionKind.SubstituteEnergy, March.From, March.From.AddDays(1), Energy: new(3_000_000));
        var proposed = Assert.IsType<CorrectionAnswer.Done>(await province.Ledger.ProposeAsync(
            claim, [new("bill.pdf", Digest.Of("bill"))], new("op", ActorRole.Operator), "meter was bypassed", Token)).Correction;

        var answer = await province.Ledger.AnswerAsync(proposed.Id, CorrectionState.Accepted, new("reg", ActorRole.Regulator), "seen", Token);
        province.Books[TrialProvince.Nanjing].Take(Assert.IsType<CorrectionAnswer.Done>(answer).Correction);
        await province.Ledger.CloseAllAsync(Token);

        var month = Assert.Single(await province.Ledger.ClosedAsync(TrialProvince.Nanjing, PeriodKind.Month, March, Token));
        Assert.Equal((2, $"correction {proposed.Id}"), (month.Current.Number, month.Current.Reason));
        Assert.Equal(600_000, month.Current.Totals.Figures[0].ItEnergy.WattHours - month[1].Totals.Figures[0].ItEnergy.WattHours);
        Assert.Empty(await province.Ledger.VerifyAsync(filed.Id, Token));
        Assert.Equal("NJ-01-2025-03-r1", filed.Id);
        Assert.Empty(await province.Ledger.CorrectionsAsync(null, CorrectionState.Proposed, Token));
    }

    [Fact]
    public async Task A_registry_that_is_applied_restates_and_one_that_was_looked_at_too_early_is_refused()
    {
        var province = await ClosedAsync();
        var before = await province.Ledger.MetersAsync(Token);
        var proposed = new MeterRegistry([.. before.Registry.Entries, TrialProvince.Meter(TrialProvince.Yangzhou, "main", MeterRole.UtilityEntrance)]);

        var difference = await province.Ledger.CompareAsync(proposed, Token);
        var applied = await province.Ledger.ApplyAsync(proposed, before.Number, "clerk", "a new site", Token);

        Assert.Equal("main", Assert.Single(difference.Added).Meter);
        Assert.Equal((1, "clerk"), (applied!.Number, (await province.Ledger.MetersAsync(Token)).Author));
        Assert.Null(await province.Ledger.ApplyAsync(before.Registry, before.Number, "clerk", "back again", Token));
        Assert.Single(await province.Parts.Records.OpenChangesAsync(TrialProvince.Yangzhou, Token));
    }

    [Fact]
    public async Task The_province_files_what_its_facilities_filed()
    {
        var province = await ClosedAsync();
        Assert.IsType<FilingAnswer.Refused>(await province.Ledger.FileProvinceAsync(PeriodKind.Month, March, "clerk", Token));
        await province.Ledger.FileAsync(TrialProvince.Nanjing, PeriodKind.Month, March, "clerk", Token);

        var filed = Assert.IsType<FilingAnswer.Filed>(await province.Ledger.FileProvinceAsync(PeriodKind.Month, March, "clerk", Token));

        var files = await province.Ledger.FilesAsync(filed.Statement.Id, Token);
        Assert.Equal(StatementNames.Manifest, files[0].Name);
        Assert.Contains("NJ-01,1,", files.Single(file => file.Name == StatementNames.Facilities).Text, StringComparison.Ordinal);
        Assert.Equal(["JS-2025-03-r1", "NJ-01-2025-03-r1"], (await province.Ledger.StatementsAsync(null, Token)).Select(each => each.Id).Order());
    }

    [Fact]
    public async Task Quality_and_green_figures_come_from_the_same_books()
    {
        var province = await ClosedAsync();

        var quality = await province.Ledger.QualityAsync(March, Token);
        var green = await province.Ledger.GreenAsync(Year, Token);
        var low = await province.Ledger.LowEfficiencyAsync(Token);

        Assert.Equal(8, quality.Rows.Length);
        Assert.Equal(1, quality.Rows[0].Score[Domain.Quality.QualityDimension.Completeness]!.Value.Value);
        Assert.Empty(quality.Suspicions);
        Assert.Equal(2, green.Length);
        Assert.Equal(140 * 8_760L, green[0].FacilityEnergy!.Value.WattHours / 1_000);
        Assert.Equal(TrialProvince.Suzhou, low.Sites[0].Survey.Facility);
        Assert.NotNull(await province.Ledger.AssessmentAsync(TrialProvince.Nanjing, Year, Token));
    }

    static async Task<TrialProvince> ClosedAsync()
    {
        var province = new TrialProvince();
        await province.Ledger.CloseAllAsync(Token);
        return province;
    }
}
