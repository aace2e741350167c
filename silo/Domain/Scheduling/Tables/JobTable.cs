using System.Globalization;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Scheduling.Tables;

static class JobTable
{
    public static readonly string[] Columns =
    [
        "job", "tenant", "kind", "units", "minutes", "release", "deadline", "flexibility", "levels", "latency", "origin", "data-region",
        "gigabytes", "may-leave-province", "security-grade", "stack", "unserved-cny", "checkpoint-cny", "approved", "move-cny",
    ];

    /// <summary>In the order of the table.</summary>
    public static List<TabledJob> Read(
        string text, PlanTerms terms, IReadOnlyDictionary<string, TabledRegion> regions, IReadOnlyDictionary<string, Placement> standing,
        List<CsvFault> faults)
    {
        var jobs = new List<TabledJob>();
        foreach (var row in CsvTable.Read(PlanTables.Jobs, text, Columns, faults))
        {
            if (JobOf(row, terms, regions, standing) is { } workload)
                jobs.Add(new(row.Line, workload));
        }

        return jobs;
    }

    public static string[] Cells(PlanningInput input, Workload workload) =>
    [
        workload.Id, workload.Tenant, KebabCase.Of(workload.Kind), Whole(workload.Units),
        PlanTablesWriter.Number((input.Step * workload.Duration).TotalMinutes), PlanTablesWriter.Instant(input, workload.Release),
        PlanTablesWriter.Instant(input, workload.Deadline), KebabCase.Of(workload.Flexibility),
        string.Join("; ", workload.Levels.Select(level => $"{Whole(level.Units)}:{PlanTablesWriter.Number(level.Speed)}")),
        KebabCase.Of(workload.Latency), input.Regions[workload.Origin].Code, input.Regions[workload.DataRegion].Code,
        PlanTablesWriter.Number(workload.Gigabytes), PlanTablesWriter.Flag(workload.MayLeaveProvince), Whole(workload.SecurityGrade),
        workload.Stack ?? "", PlanTablesWriter.Number(workload.UnservedPenalty), PlanTablesWriter.Number(workload.CheckpointCost),
        PlanTablesWriter.Flag(workload.IsApproved), workload.MoveCost is { } cost ? PlanTablesWriter.Number(cost) : "",
    ];

    static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    static Workload? JobOf(
        CsvRow row, PlanTerms terms, IReadOnlyDictionary<string, TabledRegion> regions, IReadOnlyDictionary<string, Placement> standing)
    {
        foreach (var needed in new[] { "kind", "units", "minutes", "unserved-cny" })
            row.Required(needed);
        var (id, tenant, kind) = (row.Required("job"), row.Required("tenant"), row.Choice<PoolKind>("kind"));
        var (units, minutes) = (row.Count("units"), row.Positive("minutes"));
        var (release, deadline) = (row.Instant("release"), row.Instant("deadline"));
        var flexibility = row.Choice<Flexibility>("flexibility") ?? Flexibility.Deferrable;
        var latency = row.Choice<LatencyClass>("latency") ?? LatencyClass.Any;
        var origin = row.Needed("origin", regions, "region");
        var data = row.Known("data-region", regions, "region") ?? origin;
        var (gigabytes, grade) = (row.NotNegative("gigabytes"), row.Count("security-grade") ?? 1);
        var mayLeave = row.TextOrNull("may-leave-province") is null || row.Flag("may-leave-province");
        var (unserved, checkpoint, move) = (row.NotNegative("unserved-cny"), row.NotNegative("checkpoint-cny"), row.NotNegative("move-cny"));
        var isApproved = row.Flag("approved");
        var levels = Levels(row);
        if (grade is < 1 or > 5)
            row.Refuse("security-grade", $"is {grade}; give 1 to 5.");
        if (units == 0)
            row.Refuse("units", "is 0; a job needs at least one.");

        var (first, end) = (release is { } from ? terms.SlotFrom(from) : 0, deadline is { } by ? terms.SlotTo(by) : terms.Slots);
        if (first >= terms.Slots)
            row.Refuse("release", "is after the end of the plan; leave the job to a later one.");
        else if (end <= first)
            row.Refuse("deadline", "leaves no whole slot after the release; give more time, or leave the job out.");
        return row.IsFaulty ? null : new()
        {
            Id = id,
            Tenant = tenant,
            Kind = kind!.Value,
            Units = units!.Value,
            Duration = Math.Max(1, (int)Math.Ceiling(TimeSpan.FromMinutes(minutes!.Value) / terms.Step)),
            Release = first,
            Deadline = end,
            Flexibility = flexibility,
            Levels = levels,
            Latency = latency,
            Origin = origin!.Index,
            DataRegion = data!.Index,
            Gigabytes = gigabytes ?? 0,
            MayLeaveProvince = mayLeave,
            SecurityGrade = grade,
            Stack = row.TextOrNull("stack"),
            UnservedPenalty = unserved!.Value,
            CheckpointCost = checkpoint ?? 0,
            Current = standing.GetValueOrDefault(id),
            IsApproved = isApproved,
            MoveCost = move,
        };
    }

    /// <summary>As in <c>4:1; 8:1.7</c>: units and the speed that they give.</summary>
    static ImmutableArray<ScalingLevel> Levels(CsvRow row)
    {
        var levels = ImmutableArray.CreateBuilder<ScalingLevel>();
        foreach (var level in row.Text("levels").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = level.Split(':');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var units)
                && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && double.IsFinite(speed))
                levels.Add(new(units, speed));
            else
                row.Refuse("levels", $"has '{level}'; write units and speed like 4:1; 8:1.7.");
        }

        return levels.ToImmutable();
    }
}
