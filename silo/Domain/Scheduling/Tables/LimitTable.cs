using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>Grid limits: energy quotas and demand response.</summary>
static class LimitTable
{
    public static readonly string[] Columns = ["region", "from", "to", "limit-kw", "cny-per-kwh-above"];

    public static ImmutableArray<RegionLimit> Read(
        string text, PlanTerms terms, IReadOnlyDictionary<string, TabledRegion> regions, List<CsvFault> faults)
    {
        var limits = ImmutableArray.CreateBuilder<RegionLimit>();
        foreach (var row in CsvTable.Read(PlanTables.Limits, text, Columns, faults))
        {
            row.Required("from");
            row.Required("to");
            row.Required("limit-kw");
            var (region, from, to) = (row.Needed("region", regions, "region"), row.Instant("from"), row.Instant("to"));
            var (limit, price) = (row.NotNegative("limit-kw"), row.NotNegative("cny-per-kwh-above"));
            if (row.IsFaulty)
                continue;

            // A limit holds in every slot that it touches.
            var (first, end) = (terms.SlotTo(from!.Value), terms.SlotFrom(to!.Value));
            if (first >= end)
                row.Refuse("to", "ends before the plan begins, or not after 'from'; correct one of them.");
            else
                limits.Add(new(region!.Index, first, end, limit!.Value, price));
        }

        return limits.ToImmutable();
    }
}
