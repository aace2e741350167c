using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Where closed periods are filed, read back and verified.</summary>
sealed class StatementDesk(LedgerParts parts) : IStatementLedger
{
    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    public Task<ImmutableArray<FiledStatement>> StatementsAsync(string? scope, CancellationToken cancellationToken) =>
        parts.Desk.StatementsAsync(scope, cancellationToken);

    public async Task<FiledStatement?> StatementAsync(string id, CancellationToken cancellationToken) =>
        (await parts.Desk.StatementsAsync(null, cancellationToken)).FirstOrDefault(each => each.Id == id);

    public async Task<FilingAnswer> FileAsync(
        FacilityId facility, PeriodKind kind, BusinessPeriod period, string author, CancellationToken cancellationToken)
    {
        if (!parts.Inventory.TryGet(facility, out _))
            return new FilingAnswer.Refused($"The inventory has no facility {facility}.");
        if ((await parts.Records.ClosedAsync(facility, kind, OnlyOf(period), cancellationToken)) is not [var closed, ..])
            return new FilingAnswer.Refused($"The {kind} of {facility} from {Calendar.LocalDate(period.From):yyyy-MM-dd} is not closed yet.");

        var id = FiledStatement.IdOf(facility.Value, kind, period, closed.Current.Number);
        if (await StatementAsync(id, cancellationToken) is { } filed)
            return new FilingAnswer.Filed(filed);

        var book = await parts.Books.OpenAsync(facility, period, cancellationToken);
        book.Take(closed);
        // What is filed is what was closed: readings that came since belong to the next revision.
        if (!PeriodTotals.Of(book.EnergyOf(period), closed.Current.Number).SaysTheSameAs(closed.Current.Totals))
            return new FilingAnswer.Refused("Later data is in and the period is being restated; file it again in a minute.");

        var statement = FacilityStatement.Of(book, kind, period, VerdictsOf(book, period, await parts.YearBeforeAsync(book.Facility, period, cancellationToken)), parts.Now);
        return await KeepAsync(facility.Value, kind, period, closed.Current.Number, author, statement.Files, cancellationToken);
    }

    public async Task<FilingAnswer> FileProvinceAsync(
        PeriodKind kind, BusinessPeriod period, string author, CancellationToken cancellationToken)
    {
        var (filed, categories) = (new Dictionary<FacilityId, (FacilityStatement, PeriodTotals)>(), new List<PueCategory>());
        var all = await parts.Desk.StatementsAsync(null, cancellationToken);
        foreach (var facility in parts.Inventory.Facilities)
        {
            var newest = all.Where(each => each.Scope == facility.Id.Value && each.Kind == kind && each.Period == period)
                .MaxBy(each => each.Revision);
            if (newest is null || await parts.Records.ClosedAsync(facility.Id, kind, OnlyOf(period), cancellationToken) is not [var closed, ..])
                continue;

            var totals = closed[newest.Revision].Totals;
            var files = await parts.Desk.FilesAsync(newest, cancellationToken);
            filed[facility.Id] = (new(StatementManifest.Parse(files[0].Text), EvidenceChain.Empty, files), totals);
            categories.AddRange(totals.Figures.Take(1).Select(figure => figure.Category));
        }

        if (categories.Count == 0)
            return new FilingAnswer.Refused("No facility has filed this period yet; file theirs first.");

        var scope = parts.Inventory.Province;
        var revision = all.Where(each => each.Scope == scope.Value && each.Kind == kind && each.Period == period)
            .Select(each => each.Revision).DefaultIfEmpty(0).Max() + 1;
        var category = categories.GroupBy(each => each).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        var statement = ProvinceStatement.Of(
            scope, kind, period, category, revision, parts.Now, [.. parts.Inventory.Facilities.Select(each => each.Id)], filed);
        return await KeepAsync(scope.Value, kind, period, revision, author, statement.Files, cancellationToken);
    }

    public async Task<ImmutableArray<StatementFile>> FilesAsync(string id, CancellationToken cancellationToken) =>
        await StatementAsync(id, cancellationToken) is { } statement ? await parts.Desk.FilesAsync(statement, cancellationToken) : [];

    public async Task<ImmutableArray<StatementFinding>> VerifyAsync(string id, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(id, cancellationToken);
        if (files.IsEmpty)
            throw new KeyNotFoundException($"There is no statement '{id}'.");

        return StatementCheck.Of(files.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal));
    }

    static BusinessPeriod OnlyOf(BusinessPeriod period) => new(period.From, period.From.AddTicks(1));

    ImmutableArray<RuleVerdict> VerdictsOf(FacilityBook book, BusinessPeriod period, PeriodMeasure? before)
    {
        var measure = PeriodMeasure.Of(book, period, LedgerSettings.Gaps);
        var profile = parts.DeclarationOf(book.Facility).Profile;
        return measure.Energy.FirstCategory is { } category
            ? FacilityCompliance.Of(measure, category, profile, parts.Settings.Rules, parts.IndicatorsOf(measure, before), Calendar).Verdicts
            : [];
    }

    async Task<FilingAnswer> KeepAsync(
        string scope, PeriodKind kind, BusinessPeriod period, int revision, string author, ImmutableArray<StatementFile> files,
        CancellationToken cancellationToken)
    {
        var statement = new FiledStatement(
            FiledStatement.IdOf(scope, kind, period, revision), scope, kind, period, revision, parts.Now, author, files[0].Digest);
        return await parts.Desk.KeepAsync(statement, files, cancellationToken)
            ? new FilingAnswer.Filed(statement)
            : new FilingAnswer.Refused("Somebody else has filed it meanwhile; look at the list again.");
    }
}
