using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>An input as the tables that it is read from: read again, it is the same.</summary>
static class PlanTablesWriter
{
    public static ImmutableSortedDictionary<string, string> Write(PlanningInput input)
    {
        var tables = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        tables[PlanTables.Terms] = Table(TermsTable.Columns, [TermsTable.Cells(input)]);
        tables[PlanTables.Regions] = Table(
            RegionTable.Columns, input.Regions.Select(region => new[] { region.Code, KebabCase.Of(region.Kind), Flag(region.IsInProvince) }));
        tables[PlanTables.Links] = Table(RegionTable.LinkColumns, input.Links.Select(link => new[]
        {
            input.Regions[link.From].Code, input.Regions[link.To].Code, Number(link.RoundTripMilliseconds), Number(link.FreeGbps),
            Number(link.CnyPerGigabyte),
        }));
        tables[PlanTables.Facilities] = Table(FacilityTable.Columns, input.Facilities.Select(offer => FacilityTable.Cells(input, offer)));
        tables[PlanTables.Pools] = Table(PoolTable.Columns, input.Pools.Select(pool => new[]
        {
            input.Facilities[pool.Facility].Id.Value, KebabCase.Of(pool.Kind), Number(pool.KwPerUnit), "", string.Join("; ", pool.Stacks),
        }));
        tables[PlanTables.Series] = Table(SeriesTable.Columns, Series(input));
        tables[PlanTables.Jobs] = Table(JobTable.Columns, input.Workloads.Select(workload => JobTable.Cells(input, workload)));
        tables[PlanTables.Quotas] = Table(
            QuotaTable.Columns, input.Quotas.Select(quota => new[] { quota.Tenant, KebabCase.Of(quota.Kind), Number(quota.Units) }));
        tables[PlanTables.Limits] = Table(LimitTable.Columns, input.Limits.Select(limit => new[]
        {
            input.Regions[limit.Region].Code, Instant(input, limit.From), Instant(input, limit.To), Number(limit.LimitKw),
            limit.CnyPerKwhAbove is { } price ? Number(price) : "",
        }));
        tables[PlanTables.Current] = PlacementTable.Write(input, [.. input.Workloads.Select(workload => workload.Current)]);
        return tables.ToImmutable();
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "yes" : "no";

    public static string Instant(PlanningInput input, int slot) => PlacementTable.Instant(input, slot);

    static string Table(string[] columns, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, columns.AsSpan());
        foreach (var row in rows)
            CsvText.AppendLine(text, row);
        return text.ToString();
    }

    static IEnumerable<string[]> Series(PlanningInput input)
    {
        foreach (var offer in input.Facilities)
        {
            var id = offer.Id.Value;
            var all = Steps(input, id, PlanSeries.BaseKw, offer.BaseKw).Concat(Steps(input, id, PlanSeries.LimitKw, offer.LimitKw))
                .Concat(Steps(input, id, PlanSeries.Price, offer.Price)).Concat(Steps(input, id, PlanSeries.Carbon, offer.Carbon));
            foreach (var row in all)
                yield return row;
        }

        foreach (var pool in input.Pools)
        {
            foreach (var row in Steps(input, input.Facilities[pool.Facility].Id.Value, PoolTable.SeriesOf(pool.Kind), pool.Free))
                yield return row;
        }
    }

    static IEnumerable<string[]> Steps(PlanningInput input, string where, PlanSeries series, ImmutableArray<double> values)
    {
        for (var slot = 0; slot < values.Length; slot++)
        {
            if (slot == 0 || !values[slot].Equals(values[slot - 1]))
                yield return [where, KebabCase.Of(series), Instant(input, slot), Number(values[slot])];
        }
    }
}
