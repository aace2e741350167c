using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>What was filed, and what could be.</summary>
/// <param name="Scope">A facility's id or the province's; null for all.</param>
/// <param name="Kind">Null for all that were filed, and months of those that could be.</param>
sealed record StatementShelf(IEnergyLedger Ledger, string? Scope, PeriodKind? Kind)
{
    /// <summary>How far back periods are offered for filing: days, months and years.</summary>
    static readonly (int Days, int Months, int Years) Reach = (31, 13, 3);

    public static StatementShelf Of(IEnergyLedger ledger, string? scope, string? kind) => new(
        ledger,
        string.IsNullOrWhiteSpace(scope) ? null : scope.Trim(),
        KebabCase.TryParse<PeriodKind>(kind ?? "", out var known) ? known : null);

    FacilityId? Facility => FacilityId.TryParse(Scope, out var id) ? id : null;

    /// <summary>Newest first.</summary>
    public async Task<ImmutableArray<FiledStatement>> FiledAsync(CancellationToken cancellationToken) =>
        [.. (await Ledger.StatementsAsync(Scope, cancellationToken)).Where(each => Kind is null || each.Kind == Kind)];

    /// <summary>Statements with their figures, in the order given.</summary>
    public async Task<ImmutableArray<StatementRow>> WithFiguresAsync(
        IReadOnlyCollection<FiledStatement> statements, CancellationToken cancellationToken)
    {
        var closed = new Dictionary<(string, PeriodKind, DateTimeOffset), ClosedPeriod>();
        foreach (var group in statements.GroupBy(each => each.Kind))
        {
            var span = new BusinessPeriod(group.Min(each => each.Period.From), group.Max(each => each.Period.To));
            foreach (var period in await Ledger.ClosedAsync(Facility, group.Key, span, cancellationToken))
                closed[(period.Facility.Value, period.Kind, period.Period.From)] = period;
        }

        return
        [
            .. statements.Select(each => closed.TryGetValue((each.Scope, each.Kind, each.Period.From), out var period)
                ? new StatementRow(each, period.Revisions.FirstOrDefault(one => one.Number == each.Revision)?.Totals.Figures.FirstOrDefault(), period.Current.Number)
                : new(each, null, null)),
        ];
    }

    /// <summary>Closed periods whose current revision nobody has filed: newest first, then by facility.</summary>
    public async Task<ImmutableArray<ClosedPeriod>> UnfiledAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Scope is not null && Facility is null)
            return [];

        var filed = (await Ledger.StatementsAsync(Scope, cancellationToken)).Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        var kind = Kind ?? PeriodKind.Month;
        var closed = await Ledger.ClosedAsync(Facility, kind, Within(kind, now), cancellationToken);
        return
        [
            .. closed.Where(each => !filed.Contains(FiledStatement.IdOf(each.Facility.Value, each.Kind, each.Period, each.Current.Number)))
                .OrderByDescending(each => each.Period.From).ThenBy(each => each.Facility.Value, StringComparer.Ordinal),
        ];
    }

    static BusinessPeriod Within(PeriodKind kind, DateTimeOffset now) => new(
        kind switch
        {
            PeriodKind.Day => now.AddDays(-Reach.Days),
            PeriodKind.Month => now.AddMonths(-Reach.Months),
            _ => now.AddYears(-Reach.Years),
        },
        now);
}
