using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

static class QuotaTable
{
    public static readonly string[] Columns = ["tenant", "kind", "units"];

    public static ImmutableArray<TenantQuota> Read(string text, List<CsvFault> faults)
    {
        var quotas = ImmutableArray.CreateBuilder<TenantQuota>();
        foreach (var row in CsvTable.Read(PlanTables.Quotas, text, Columns, faults))
        {
            row.Required("kind");
            row.Required("units");
            var (tenant, kind, units) = (row.Required("tenant"), row.Choice<PoolKind>("kind"), row.NotNegative("units"));
            if (!row.IsFaulty)
                quotas.Add(new(tenant, kind!.Value, units!.Value));
        }

        return quotas.ToImmutable();
    }
}
