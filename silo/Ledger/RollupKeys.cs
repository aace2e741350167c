using DcOps.Contracts.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>What facilities are summed by: the province, its cities, and the groups and owners that facilities declare.</summary>
static class RollupKeys
{
    /// <summary>Each key with the rows that belong to it, in their order; cities without any are kept.</summary>
    public static IEnumerable<(RollupScope Scope, string Key, Designation Name, List<T> Rows)> Of<T>(
        Inventory inventory, IReadOnlyCollection<T> rows, Func<T, Facility> facilityOf, Func<T, FacilityDeclaration> declarationOf) =>
    [
        (RollupScope.Province, inventory.Province.Value, inventory.Name, [.. rows]),
        .. inventory.Cities.Select(city => (RollupScope.City, city.Code.Value, city.Name, rows.Where(row => facilityOf(row).City == city.Code).ToList())),
        .. By(RollupScope.Group, rows, row => declarationOf(row).Groups),
        .. By(RollupScope.Owner, rows, row => declarationOf(row).Owner is { } owner ? [owner] : []),
    ];

    static IEnumerable<(RollupScope Scope, string Key, Designation Name, List<T> Rows)> By<T>(
        RollupScope scope, IReadOnlyCollection<T> rows, Func<T, IEnumerable<string>> keysOf) =>
        rows.SelectMany(keysOf).Distinct(StringComparer.Ordinal)
            .Select(key => (scope, key, new Designation(key, key), rows.Where(row => keysOf(row).Contains(key, StringComparer.Ordinal)).ToList()));
}
