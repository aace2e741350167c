using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>
/// The input of a plan as tables that any spreadsheet writes. Every fault of every table is named at once, with file, line and column.
/// </summary>
public static class PlanTables
{
    public const string Terms = "terms.csv";
    public const string Regions = "regions.csv";
    public const string Links = "links.csv";
    public const string Facilities = "facilities.csv";
    public const string Pools = "pools.csv";
    public const string Series = "series.csv";
    public const string Jobs = "jobs.csv";
    public const string Quotas = "quotas.csv";
    public const string Limits = "limits.csv";

    /// <summary>Where work stands now; a plan is written in the same form.</summary>
    public const string Current = "placements.csv";

    /// <summary>Tables without which there is nothing to plan.</summary>
    public static ImmutableArray<string> Needed { get; } = [Terms, Regions, Facilities, Pools, Series, Jobs];

    /// <summary>Tables that may be left out.</summary>
    public static ImmutableArray<string> Optional { get; } = [Links, Quotas, Limits, Current];

    /// <summary>The input, or null with every fault.</summary>
    /// <param name="texts">Contents by the table's name.</param>
    public static PlanningInput? Read(IReadOnlyDictionary<string, string> texts, out ImmutableArray<CsvFault> faults)
    {
        var found = new List<CsvFault>();
        var missing = Needed.Where(name => !texts.ContainsKey(name))
            .Select(name => new CsvFault(name, 1, "", "is missing; a plan cannot be made without it."));
        found.AddRange(missing);
        var input = found.Count == 0 ? Read(texts, found) : null;
        faults = [.. found.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)];
        return faults.IsEmpty ? input : null;
    }

    /// <summary>The tables of an input, by name. Read again they give the same input, where its times begin on whole minutes.</summary>
    public static ImmutableSortedDictionary<string, string> Write(PlanningInput input) => PlanTablesWriter.Write(input);

    static PlanningInput? Read(IReadOnlyDictionary<string, string> texts, List<CsvFault> faults)
    {
        if (TermsTable.Read(texts[Terms], faults) is not { } terms)
            return null;

        var regions = RegionTable.Read(texts[Regions], faults);
        var sites = FacilityTable.Read(texts[Facilities], regions, faults);
        var series = SeriesTable.Read(texts[Series], terms, regions, sites, faults);
        var pools = PoolTable.Read(texts[Pools], sites, series, terms, faults);
        var standing = texts.TryGetValue(Current, out var current)
            ? PlacementTable.Read(current, terms, sites, faults)
            : PlacementTable.None;
        var jobs = JobTable.Read(texts[Jobs], terms, regions, standing, faults);
        var input = new PlanningInput
        {
            StartsAt = terms.StartsAt,
            Step = terms.Step,
            Slots = terms.Slots,
            CarbonPrice = terms.CarbonPrice,
            CarbonMethod = terms.CarbonMethod,
            ChurnPrice = terms.ChurnPrice,
            GbpsPerTransfer = terms.GbpsPerTransfer,
            Regions = [.. regions.Values.Select(region => region.Region)],
            Facilities = [.. sites.Values.Select(site => series.Complete(site))],
            Pools = pools,
            Workloads = [.. jobs.Select(job => job.Workload)],
            Links = Rows(Links, text => RegionTable.ReadLinks(text, regions, faults)),
            Quotas = Rows(Quotas, text => QuotaTable.Read(text, faults)),
            Limits = Rows(Limits, text => LimitTable.Read(text, terms, regions, faults)),
        };
        if (faults.Count == 0)
            faults.AddRange(Judged(input, sites, jobs));
        return input;

        ImmutableArray<T> Rows<T>(string name, Func<string, ImmutableArray<T>> read) => texts.TryGetValue(name, out var text) ? read(text) : [];
    }

    /// <summary>What the input says as a whole, put back to the line that says it.</summary>
    static IEnumerable<CsvFault> Judged(
        PlanningInput input, OrderedDictionary<string, TabledFacility> sites, List<TabledJob> jobs)
    {
        var lines = jobs.GroupBy(job => job.Workload.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().Line, StringComparer.Ordinal);
        foreach (var fault in InputCheck.Faults(input))
        {
            yield return lines.TryGetValue(fault.Subject, out var line) ? new(Jobs, line, "job", $"{fault.Subject} {fault.Reason}")
                : sites.TryGetValue(fault.Subject, out var site) ? new(Facilities, site.Line, "facility", $"{fault.Subject} {fault.Reason}")
                : new(Terms, 1, "", $"{fault.Subject} {fault.Reason}");
        }
    }
}
