using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

static class PoolTable
{
    public static readonly string[] Columns = ["facility", "kind", "kw-per-unit", "free-units", "stacks"];

    public static ImmutableArray<CapacityOffer> Read(
        string text, IReadOnlyDictionary<string, TabledFacility> facilities, SeriesTable series, PlanTerms terms, List<CsvFault> faults)
    {
        var pools = ImmutableArray.CreateBuilder<CapacityOffer>();
        var seen = new HashSet<(int, PoolKind)>();
        foreach (var row in CsvTable.Read(PlanTables.Pools, text, Columns, faults))
        {
            row.Required("kind");
            row.Required("kw-per-unit");
            var facility = row.Needed("facility", facilities, "facility");
            var (kind, kilowatts, units) = (row.Choice<PoolKind>("kind"), row.NotNegative("kw-per-unit"), row.NotNegative("free-units"));
            if (row.IsFaulty)
                continue;
            if (!seen.Add((facility!.Index, kind!.Value)))
                row.Refuse("kind", $"is a second {row.Text("kind")} pool of {facility.Offer.Id}; add them up.");

            var free = series.Find(facility, SeriesOf(kind.Value));
            if (free is null && units is null)
                row.Refuse("free-units", $"is empty, and {PlanTables.Series} does not give it either; give one of them.");
            pools.Add(new(
                facility.Index, kind.Value, kilowatts!.Value, free ?? [.. Enumerable.Repeat(units ?? 0, terms.Slots)],
                [.. row.Text("stacks").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]));
        }

        return pools.ToImmutable();
    }

    public static PlanSeries SeriesOf(PoolKind kind) => kind switch
    {
        PoolKind.Cpu => PlanSeries.FreeCpu,
        PoolKind.Gpu => PlanSeries.FreeGpu,
        PoolKind.Hpc => PlanSeries.FreeHpc,
        _ => PlanSeries.FreeStorage,
    };
}
