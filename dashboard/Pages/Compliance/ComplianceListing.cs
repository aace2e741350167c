using DcOps.Contracts.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>The compliance list as an address asks for it: filtered, sorted and paged, over one snapshot.</summary>
/// <param name="Scoped">What all filters but that of the verdict leave: what the counts count.</param>
/// <param name="Rows">What all filters leave, sorted: what the export holds.</param>
public sealed record ComplianceListing(
    ComplianceList List, ComplianceQuery Query, ImmutableArray<ListedFacility> Scoped, ImmutableArray<ListedFacility> Rows)
{
    public const int RowsOfPage = 50;

    public int Pages => Math.Max(1, (Rows.Length + RowsOfPage - 1) / RowsOfPage);

    /// <summary>A page beyond the last shows the last.</summary>
    public int Page => Math.Min(Query.Page, Pages);

    public ImmutableArray<ListedFacility> PageRows => [.. Rows.Skip((Page - 1) * RowsOfPage).Take(RowsOfPage)];

    /// <summary>Facilities of the scope of which nothing can be judged.</summary>
    public int WithoutFigure => CountOf(ListedVerdict.NoFigure);

    /// <param name="powerRatios">Power ratio now, by facility; those not live are left out.</param>
    public static ComplianceListing Of(
        ComplianceList list, ComplianceQuery query, Inventory inventory, RuleBook rules, IReadOnlyDictionary<FacilityId, Ratio> powerRatios)
    {
        var all = list.Rows.Select(row => ListedFacility.Of(
            query.RulesOn is { } day ? row.Under(rules, day) : row,
            inventory.TryGet(row.Facility.City, out var city) ? city.Name : new(row.Facility.City.Value, row.Facility.City.Value),
            query.Method,
            powerRatios.TryGetValue(row.Facility.Id, out var ratio) ? ratio : null)).ToImmutableArray();
        return Of(list, query, all);
    }

    public int CountOf(ListedVerdict verdict) => Scoped.Count(row => row.Verdict == verdict);

    /// <param name="grade">1 to 3, or 0 below all grades.</param>
    public int CountOfGrade(int grade) => Scoped.Count(row => row.Compliance?.Grade == grade);

    /// <summary>For an empty list: the filters that emptied it, each with the list that leaving it out would give.</summary>
    public IEnumerable<(string Filter, ComplianceQuery Wider, int Rows)> Widenings()
    {
        (string Filter, ComplianceQuery Wider)[] candidates =
        [
            (Query.Text, Query with { Text = "", Page = 1 }),
            (Query.City, Query with { City = "", Page = 1 }),
            (Query.Group, Query with { Group = "", Page = 1 }),
            (Query.Owner, Query with { Owner = "", Page = 1 }),
            (Query.Verdict is null ? "" : nameof(Query.Verdict), Query with { Verdict = null, Page = 1 }),
        ];
        foreach (var (filter, wider) in candidates)
        {
            if (filter.Length > 0 && Of(List, wider, All).Rows.Length is > 0 and var rows)
                yield return (filter, wider, rows);
        }
    }

    /// <summary>All facilities, in the order of the ledger.</summary>
    public ImmutableArray<ListedFacility> All { get; private init; } = [];

    static ComplianceListing Of(ComplianceList list, ComplianceQuery query, ImmutableArray<ListedFacility> all)
    {
        var scoped = all.Where(row => IsInScope(row, query)).ToImmutableArray();
        var rows = scoped.Where(row => query.Verdict is null || row.Verdict == query.Verdict);
        return new(list, query, scoped, [.. Sorted(rows, query.Sort)]) { All = all };
    }

    static bool IsInScope(ListedFacility row, ComplianceQuery query) =>
        (query.City.Length == 0 || row.Row.Facility.City.Value == query.City)
        && (query.Group.Length == 0 || row.Row.Declaration.Groups.Contains(query.Group, StringComparer.Ordinal))
        && (query.Owner.Length == 0 || row.Row.Declaration.Owner == query.Owner)
        && (query.Text.Length == 0 || Names(row).Any(name => name.Contains(query.Text, StringComparison.OrdinalIgnoreCase)));

    static string[] Names(ListedFacility row) =>
        [row.Row.Facility.Id.Value, row.Row.Facility.Name.Chinese, row.Row.Facility.Name.English];

    static IOrderedEnumerable<ListedFacility> Sorted(IEnumerable<ListedFacility> rows, ListSort sort)
    {
        var sorted = sort switch
        {
            ListSort.Racks => rows.OrderByDescending(row => row.Row.Declaration.Profile.StandardRacks),
            ListSort.Annual => rows.OrderByDescending(row => row.Compliance?.Annual.Value?.Value),
            ListSort.Recent => rows.OrderByDescending(row => row.Row.Recent?.Value?.Value),
            ListSort.Completeness => rows.OrderBy(row => row.Compliance?.Figure?.Completeness.Value ?? 2),
            ListSort.Facility => rows.OrderBy(_ => 0),
            _ => rows.OrderBy(row => row.Verdict).ThenByDescending(row => row.Deciding?.Excess),
        };
        return sorted.ThenBy(row => row.Row.Facility.Id.Value, StringComparer.Ordinal);
    }
}
