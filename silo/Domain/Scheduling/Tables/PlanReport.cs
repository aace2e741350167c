using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Reasons;
using DcOps.Domain.Scheduling.Wording;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>A plan as tables: where the work stands, and of each job what it costs, why it stands there and what else there was.</summary>
public static class PlanReport
{
    static readonly string[] Columns =
    [
        "job", "facility", "start", "energy-cny", "carbon-cny", "demand-cny", "region-limit-cny", "transfer-cny", "move-cny",
        "checkpoint-cny", "billed-cny", "power-scarcity-cny", "pool-scarcity-cny", "quota-scarcity-cny", "reason-zh", "reason-en",
        "alternative-1", "alternative-2", "alternative-3", "rejected-zh", "rejected-en",
    ];

    /// <summary>In the form of <see cref="PlanTables.Current"/>: what is planned now is what stands when the next plan is made.</summary>
    public static string Placements(Plan plan) => PlacementTable.Write(plan.Input, plan.Placements);

    /// <summary>One row for each job, in the order of the input. The billed column and the penalties of what is not served sum to the bill.</summary>
    public static string Reasons(Plan plan)
    {
        var (reasons, splits) = (new PlanReasons(plan), CostSplits.Of(plan));
        var (chinese, english) = (PlanWording.Chinese(plan.Input), PlanWording.English(plan.Input));
        var text = new StringBuilder();
        CsvText.AppendLine(text, Columns.AsSpan());
        for (var job = 0; job < plan.Placements.Length; job++)
        {
            var (placement, reason) = (plan.Placements[job], reasons.Of(job));
            string[] cells =
            [
                plan.Input.Workloads[job].Id, placement is null ? "" : plan.Input.Facilities[placement.Facility].Id.Value,
                placement is null ? "" : PlacementTable.Instant(plan.Input, placement.First), .. Cells(splits[job]),
                chinese.Of(reason.Dominant), english.Of(reason.Dominant),
                .. Enumerable.Range(0, 3).Select(index => index < reason.Alternatives.Length ? Written(plan.Input, reason.Alternatives[index]) : ""),
                Written(reason.Rejected, chinese), Written(reason.Rejected, english),
            ];
            CsvText.AppendLine(text, cells);
        }

        return text.ToString();
    }

    static string[] Cells(CostSplit? split) => split is null
        ? [.. Enumerable.Repeat("", 11)]
        :
        [
            Money(split.Energy), Money(split.Carbon), Money(split.Demand), Money(split.RegionLimits), Money(split.Transfer),
            Money(split.Moves), Money(split.Checkpoints), Money(split.Billed), Money(split.PowerScarcity), Money(split.PoolScarcity),
            Money(split.QuotaScarcity),
        ];

    static string Written(PlanningInput input, Alternative other) => string.Create(
        CultureInfo.InvariantCulture,
        $"{input.Facilities[other.Placement.Facility].Id} {PlacementTable.Instant(input, other.Placement.First)} {other.MoreCny:+0.00;-0.00;0.00}");

    static string Written(ImmutableArray<RejectedPool> rejected, PlanWording wording) =>
        string.Join(" | ", rejected.Select(pool => $"{wording.Of(pool.Binding)} → {wording.Of(pool.Remedy)}"));

    static string Money(double cny) => cny.ToString("0.0000", CultureInfo.InvariantCulture);
}
