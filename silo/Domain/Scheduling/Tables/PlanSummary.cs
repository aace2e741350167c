using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Checking;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>A plan beside what simpler rules make of the same input.</summary>
public sealed class PlanSummary
{
    static readonly string[] Columns =
        ["plan", "served", "jobs", "cost-cny", "energy-cny", "unserved-cny", "facility-kwh", "co2-kg", "co2-method", "violations", "gap"];

    readonly Plan _plan;
    readonly List<(string Name, PlanVerdict Verdict)> _lines;

    PlanSummary(Plan plan, List<(string Name, PlanVerdict Verdict)> lines) => (_plan, _lines) = (plan, lines);

    public static PlanSummary Of(Plan plan, CancellationToken cancellationToken) => Of(
        plan, [.. Enum.GetValues<BaselineKind>().Select(kind => (kind, Baselines.Make(plan.Input, kind, cancellationToken).Verdict))]);

    /// <param name="baselines">What simpler rules make of the same input, where that is known already.</param>
    public static PlanSummary Of(Plan plan, ImmutableArray<(BaselineKind Kind, PlanVerdict Verdict)> baselines) =>
        new(plan, [("dcops", plan.Verdict), .. baselines.Select(each => (KebabCase.Of(each.Kind), each.Verdict))]);

    /// <summary>One row for the plan and one for each rule that it is compared with. The gap is certified, and the plan's alone.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, Columns.AsSpan());
        foreach (var (name, verdict) in _lines)
        {
            var bill = verdict.Bill;
            CsvText.AppendLine(
                text, name, Whole(bill.Served), Whole(_plan.Input.Workloads.Length), Money(bill.Total), Money(bill.Energy),
                Money(bill.Unserved), Money(bill.FacilityKwh), Money(bill.CarbonKilograms), KebabCase.Of(_plan.Input.CarbonMethod),
                Whole(verdict.Violations.Length), name == "dcops" && _plan.Gap is { } gap ? gap.ToString("0.000000", CultureInfo.InvariantCulture) : "");
        }

        return text.ToString();
    }

    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"plan",-22}{"served",14}{"cost CNY",16}{"kWh",16}{"kg CO2",14}\n");
        foreach (var (name, verdict) in _lines)
        {
            var bill = verdict.Bill;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{name,-22}{$"{bill.Served}/{_plan.Input.Workloads.Length}",14}{bill.Total,16:0}{bill.FacilityKwh,16:0}{bill.CarbonKilograms,14:0}\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"No plan for this input can cost less than {_plan.LowerBound:0} CNY: this one is at most {(_plan.Gap is { } gap ? $"{100 * gap:0.000} %" : "an unknown share")} above the best.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"An independent check found {_plan.Verdict.Violations.Length} broken rules. CO2 by method {KebabCase.Of(_plan.Input.CarbonMethod)}.");
        if (_plan.WasCutShort)
            text.Append(" The search was cut short by its time.");
        return text.ToString();
    }

    static string Money(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
