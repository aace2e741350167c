using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Scheduling.Tables;

static class TermsTable
{
    public static readonly string[] Columns =
        ["starts-at", "step-minutes", "slots", "carbon-cny-per-kg", "carbon-method", "churn-cny", "gbps-per-transfer"];

    public static PlanTerms? Read(string text, List<CsvFault> faults)
    {
        var rows = CsvTable.Read(PlanTables.Terms, text, Columns, faults);
        if (rows.Count != 1)
        {
            if (faults.Count == 0)
                faults.Add(new(PlanTables.Terms, 1, "", $"has {rows.Count} rows under its header; give one."));
            return null;
        }

        var row = rows[0];
        row.Required("starts-at");
        var startsAt = row.Instant("starts-at");
        var step = row.Positive("step-minutes") ?? 15;
        var slots = row.Count("slots") ?? 96;
        var terms = new PlanTerms(
            startsAt ?? default, TimeSpan.FromMinutes(step), slots, row.NotNegative("carbon-cny-per-kg") ?? 0,
            row.Choice<CarbonMethod>("carbon-method") ?? default, row.NotNegative("churn-cny") ?? 0, row.Positive("gbps-per-transfer") ?? 10);
        if (slots is < 1 or > 4000)
            row.Refuse("slots", $"is {slots}; give 1 to 4000.");
        return row.IsFaulty ? null : terms;
    }

    public static string[] Cells(PlanningInput input) =>
    [
        PlanTablesWriter.Instant(input, 0), PlanTablesWriter.Number(input.Step.TotalMinutes),
        input.Slots.ToString(System.Globalization.CultureInfo.InvariantCulture), PlanTablesWriter.Number(input.CarbonPrice),
        KebabCase.Of(input.CarbonMethod), PlanTablesWriter.Number(input.ChurnPrice), PlanTablesWriter.Number(input.GbpsPerTransfer),
    ];
}
