using System.Globalization;
using System.Text;
using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>Where work stands, one row for each run: read as what is in force, written as a plan.</summary>
static class PlacementTable
{
    const string InstantForm = "yyyy-MM-ddTHH:mmzzz";

    static readonly string[] Columns = ["job", "facility", "from", "to", "units"];

    public static IReadOnlyDictionary<string, Placement> None { get; } = new Dictionary<string, Placement>();

    /// <summary>By job. What ended before the plan begins is left out, what began before is cut.</summary>
    public static IReadOnlyDictionary<string, Placement> Read(
        string text, PlanTerms terms, IReadOnlyDictionary<string, TabledFacility> facilities, List<CsvFault> faults)
    {
        var runs = new Dictionary<string, (int Facility, List<SlotRun> Runs)>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(PlanTables.Current, text, Columns, faults))
        {
            row.Required("from");
            row.Required("to");
            row.Required("units");
            var (job, facility) = (row.Required("job"), row.Needed("facility", facilities, "facility"));
            var (from, to, units) = (row.Instant("from"), row.Instant("to"), row.Count("units"));
            if (to <= from)
                row.Refuse("to", "is not after 'from'; correct one of them.");
            if (row.IsFaulty)
                continue;

            var run = new SlotRun(terms.SlotTo(from!.Value), terms.SlotFrom(to!.Value), units!.Value);
            if (run.From >= run.To)
                continue;
            if (!runs.TryGetValue(job, out var known))
                runs.Add(job, known = (facility!.Index, []));
            if (known.Facility != facility!.Index)
                row.Refuse("facility", $"is another one than in a row before for {job}; a job stands in one facility.");
            known.Runs.Add(run);
        }

        return runs.ToDictionary(
            entry => entry.Key, entry => new Placement(entry.Value.Facility, [.. entry.Value.Runs.OrderBy(run => run.From)]),
            StringComparer.Ordinal);
    }

    public static string Write(PlanningInput input, ImmutableArray<Placement?> placements)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, Columns.AsSpan());
        foreach (var (workload, placement) in input.Workloads.Zip(placements))
        {
            foreach (var run in placement?.Runs ?? [])
            {
                CsvText.AppendLine(
                    text, workload.Id, input.Facilities[placement!.Facility].Id.Value, Instant(input, run.From), Instant(input, run.To),
                    run.Units.ToString(CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    public static string Instant(PlanningInput input, int slot) =>
        (input.StartsAt + (input.Step * slot)).ToString(InstantForm, CultureInfo.InvariantCulture);
}
