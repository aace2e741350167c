using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

static class RegionTable
{
    public static readonly string[] Columns = ["region", "kind", "in-province"];
    public static readonly string[] LinkColumns = ["from", "to", "round-trip-ms", "free-gbps", "cny-per-gb"];

    /// <summary>By code, in the order of the table.</summary>
    public static OrderedDictionary<string, TabledRegion> Read(string text, List<CsvFault> faults)
    {
        var regions = new OrderedDictionary<string, TabledRegion>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(PlanTables.Regions, text, Columns, faults))
        {
            row.Required("kind");
            var (code, kind) = (row.Required("region"), row.Choice<RegionKind>("kind"));
            var isInProvince = row.TextOrNull("in-province") is null || row.Flag("in-province");
            if (row.IsFaulty || kind is null)
                continue;
            if (!regions.TryAdd(code, new(regions.Count, new(code, kind.Value, isInProvince))))
                row.Refuse("region", $"'{code}' is there twice; keep one.");
        }

        return regions;
    }

    /// <summary>Each row is one way; the way back is a row of its own.</summary>
    public static ImmutableArray<NetworkLink> ReadLinks(
        string text, IReadOnlyDictionary<string, TabledRegion> regions, List<CsvFault> faults)
    {
        var links = ImmutableArray.CreateBuilder<NetworkLink>();
        foreach (var row in CsvTable.Read(PlanTables.Links, text, LinkColumns, faults))
        {
            row.Required("round-trip-ms");
            row.Required("free-gbps");
            var (from, to) = (row.Needed("from", regions, "region"), row.Needed("to", regions, "region"));
            var (delay, free, price) = (row.NotNegative("round-trip-ms"), row.NotNegative("free-gbps"), row.NotNegative("cny-per-gb"));
            if (!row.IsFaulty)
                links.Add(new(from!.Index, to!.Index, delay!.Value, free!.Value, price ?? 0));
        }

        return links.ToImmutable();
    }
}
