using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Facilities against the rules, from closed months alone: no register is read.</summary>
sealed class ComplianceView(LedgerParts parts) : IComplianceLedger
{
    const int RecentDays = 30;

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    ImmutableArray<string> Rules => [.. parts.Settings.Rules.Packs.Select(pack => $"{pack.Id} {pack.Version}")];

    public Task<ComplianceList> ComplianceAsync(ReportPeriod period, CancellationToken cancellationToken) =>
        ListAsync(period, null, cancellationToken);

    public Task<ComplianceList> ComplianceAsync(ReportPeriod period, PueCategory category, CancellationToken cancellationToken) =>
        ListAsync(period, category, cancellationToken);

    public async Task<ComplianceList> ComplianceAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken)
    {
        var now = parts.Now;
        if (!parts.Inventory.TryGet(facility, out var entry))
            return new(period, now, [], [], Rules);

        var months = await parts.Records.MonthsAsync(facility, period.Period, cancellationToken);
        var days = await parts.Records.ClosedAsync(facility, PeriodKind.Day, RecentOf(now), cancellationToken);
        return new(
            period, now, [RowOf(entry, period, null, [.. months.Where(month => month.Measure.Period.To <= period.Period.To)],
                await parts.YearBeforeAsync(facility, period.Period, cancellationToken), days)], [], Rules);
    }

    // Null for the first category that each facility declares.
    async Task<ComplianceList> ListAsync(ReportPeriod period, PueCategory? category, CancellationToken cancellationToken)
    {
        var now = parts.Now;
        var before = LedgerParts.YearBefore(period.Period);
        var known = (await parts.Records.MonthsAsync(null, new(before?.From ?? period.Period.From, period.Period.To), cancellationToken))
            .Where(month => month.Measure.Period.To <= period.Period.To).ToLookup(month => month.Measure.Period.From < period.Period.From);
        var months = known[false].ToLookup(month => month.Measure.Facility);
        var earlier = known[true].Select(month => month.Measure).ToLookup(month => month.Facility);
        var days = (await parts.Records.ClosedAsync(null, PeriodKind.Day, RecentOf(now), cancellationToken))
            .ToLookup(day => day.Facility);
        ImmutableArray<ComplianceRow> rows =
        [
            .. parts.Inventory.Facilities.Select(facility => RowOf(facility, period, category, [.. months[facility.Id]], before is { } year ? LedgerParts.WholeOf([.. earlier[facility.Id]], year) : null,
                    [.. days[facility.Id]]))
                .OrderBy(row => row.Outcome ?? (RuleOutcome)byte.MaxValue)
                .ThenByDescending(row => row.Compliance?.Deciding?.Excess)
                .ThenBy(row => row.Facility.Id.Value, StringComparer.Ordinal),
        ];
        return new(
            period, now, rows, ComplianceRollups.Of(parts.Inventory, rows, MeasuresOf(period, months)), Rules);
    }

    static Dictionary<FacilityId, PeriodMeasure> MeasuresOf(ReportPeriod period, ILookup<FacilityId, (PeriodMeasure Measure, int Revision)> months) =>
        months.Select(own => LedgerParts.MeasureOf([.. own.Select(month => month.Measure)], period)).OfType<PeriodMeasure>()
            .ToDictionary(measure => measure.Facility);

    public async Task<ImmutableArray<MovedLine>> MoveLineAsync(
        string pack, string rule, decimal limit, int months, CancellationToken cancellationToken)
    {
        var of = parts.Settings.Rules[pack];
        var moved = of.Rules.FirstOrDefault(each => each.Id == rule) ?? throw new KeyNotFoundException($"No rule '{rule}' in '{pack}'.");
        var newest = ReportPeriod.TrailingYear(parts.Now, parts.Policy).Period;
        var ends = Enumerable.Range(0, months).Select(back => Calendar.LocalDate(newest.To).AddMonths(-back)).ToList();
        var first = Calendar.Day(ends[^1].AddYears(-1)).From;
        var known = (await parts.Records.MonthsAsync(null, new(first, newest.To), cancellationToken)).Select(month => month.Measure)
            .ToLookup(month => month.Facility);
        return MovedLine.To(
            limit, of, moved,
            parts.Inventory.Facilities.SelectMany(facility => ends.Select(end => FigureOf(facility.Id, end, [.. known[facility.Id]])))
                .OfType<FiledFigure>());
    }

    FiledFigure? FigureOf(FacilityId facility, DateOnly end, ImmutableArray<PeriodMeasure> known)
    {
        var year = new BusinessPeriod(Calendar.Day(end.AddYears(-1)).From, Calendar.Day(end).From);
        var months = known.Where(month => month.Period.From >= year.From && month.Period.To <= year.To).ToList();
        if (LedgerParts.MeasureOf(months, new(ReportSpan.TrailingYear, year)) is not { } measure
            || measure.Energy.FirstCategory is not { } category)
            return null;

        var profile = parts.DeclarationOf(facility).Profile;
        return new(facility, year, profile, Judge(measure, null, category, profile).Annual);
    }

    ComplianceRow RowOf(
        Facility facility, ReportPeriod period, PueCategory? asked, ImmutableArray<(PeriodMeasure Measure, int Revision)> months,
        PeriodMeasure? before, ImmutableArray<ClosedPeriod> days)
    {
        var declaration = parts.DeclarationOf(facility.Id);
        if (LedgerParts.MeasureOf([.. months.Select(month => month.Measure)], period) is not { } measure
            || CategoryOf(measure, asked) is not { } category)
            return new(facility, declaration, null, RecentOf(days, asked), 0);

        return new(
            facility, declaration, Judge(measure, before, category, declaration.Profile), RecentOf(days, category),
            months.Max(month => month.Revision));
    }

    static PueCategory? CategoryOf(PeriodMeasure measure, PueCategory? asked) => asked is null ? measure.Energy.FirstCategory
        : measure.Energy.Categories.Contains(asked.Value) ? asked
        : null;

    FacilityCompliance Judge(PeriodMeasure measure, PeriodMeasure? before, PueCategory category, FacilityProfile profile) => FacilityCompliance.Of(
        measure, category, profile, parts.Settings.Rules, parts.IndicatorsOf(measure, before), Calendar);

    static PueFigure? RecentOf(ImmutableArray<ClosedPeriod> days, PueCategory? category) => PueFigure.Sum(
    [
        .. days.Select(day => category is { } same ? day.Current.Totals[same] : day.Current.Totals.Figures.FirstOrDefault())
            .OfType<PueFigure>().TakeLast(RecentDays),
    ]);

    // As many days back as are closed at least, and the days that wait for their close.
    BusinessPeriod RecentOf(DateTimeOffset now) => new(
        Calendar.DayOf(now).From.AddDays(-RecentDays - parts.Policy.DaysToDayClose - 1), now);
}
