using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Facility.Flow;

/// <summary>
/// Where a facility's electricity went over a period, from the meters of its boundary. What entered a stage and no meter after it
/// saw is a node of its own, so that every stage adds up; where meters after a stage saw more than entered it, that is told apart.
/// </summary>
/// <param name="Nodes">Left to right, in each column as they are drawn.</param>
/// <param name="Excesses">Stages after which more was metered than entered them, with how much more.</param>
public sealed record EnergyFlow(ImmutableArray<FlowNode> Nodes, ImmutableArray<(FlowNode Stage, Energy More)> Excesses)
{
    public const string SiteKey = "site";

    const int MostSources = 6;
    const int SiteColumn = 1;

    static readonly MeterRole[] Entering = [MeterRole.UtilityEntrance, MeterRole.Generator, MeterRole.Renewable];
    static readonly MeterRole[] Uses = [MeterRole.Cooling, MeterRole.Lighting, MeterRole.Reuse, MeterRole.Export];
    static readonly MeterRole[] Supply = [MeterRole.UpsInput, MeterRole.UpsOutput, MeterRole.PduOutput, MeterRole.ItInput];

    public FlowNode? Site => Nodes.FirstOrDefault(node => node.Kind == FlowKind.Site);

    /// <summary>Null when no meter of what enters says anything.</summary>
    public static EnergyFlow? Of(FacilityEvidence evidence)
    {
        if (evidence.Boundaries.IsEmpty)
            return null;

        var meters = new Metered(evidence.Boundaries[^1].Boundary, evidence.Meters.ToDictionary(leaf => leaf.Entry.Meter, StringComparer.Ordinal));
        var sources = Entering.SelectMany(role => SourcesOf(role, meters)).ToList();
        if (sources.Count == 0 || sources.TrueForAll(source => source.Energy == Energy.Zero))
            return null;

        var nodes = ImmutableArray.CreateBuilder<FlowNode>();
        var excesses = ImmutableArray.CreateBuilder<(FlowNode, Energy)>();
        var site = new FlowNode(
            SiteKey, FlowKind.Site, MeterRole.None, [], Sum(sources), SiteColumn, null, sources.Sum(source => source.Missing), sources.Sum(source => source.Intervals));
        nodes.AddRange(sources);
        nodes.Add(site);
        var stage = site;
        var first = true;
        foreach (var role in Supply)
        {
            if (meters.Node(role, FlowKind.Supply, stage) is not { } next)
                continue;

            Follow(stage, [next, .. first ? Uses.Select(use => meters.Node(use, FlowKind.Use, site)).OfType<FlowNode>() : []]);
            (stage, first) = (next, false);
        }

        if (first)
            Follow(site, [.. Uses.Select(use => meters.Node(use, FlowKind.Use, site)).OfType<FlowNode>()]);
        return new(nodes.DrainToImmutable(), excesses.DrainToImmutable());

        void Follow(FlowNode from, List<FlowNode> after)
        {
            nodes.AddRange(after);
            var rest = from.Energy - Sum(after);
            if (rest < Energy.Zero)
                excesses.Add((from, Energy.Zero - rest));
            else if (rest > Energy.Zero)
                nodes.Add(new($"{from.Key}-rest", FlowKind.Unmetered, MeterRole.None, [], rest, from.Column + 1, from.Key, 0, 0));
        }
    }

    /// <summary>Of the sources' sum; null when nothing entered.</summary>
    public Ratio? ShareOf(FlowNode node) => Site is { } site && site.Energy > Energy.Zero ? node.Energy / site.Energy : null;

    static IEnumerable<FlowNode> SourcesOf(MeterRole role, Metered meters)
    {
        var own = meters.Boundary.Of(role).ToList();
        return own.Count > MostSources ? [meters.Node(role, FlowKind.Source, null)!] : own.Select(meter => meters.Node(role, FlowKind.Source, null, [meter])!);
    }

    static Energy Sum(IEnumerable<FlowNode> nodes) => new(nodes.Sum(node => node.Energy.WattHours));

    sealed record Metered(MeterBoundary Boundary, Dictionary<string, MeterEvidence> Leaves)
    {
        // Null when the boundary has no such electric meter.
        public FlowNode? Node(MeterRole role, FlowKind kind, FlowNode? from, IReadOnlyList<RegisteredMeter>? only = null)
        {
            var meters = (only ?? [.. Boundary.Of(role)]).Where(meter => meter.Carrier == MeterCarrier.Electricity && Leaves.ContainsKey(meter.Meter)).ToList();
            if (meters.Count == 0)
                return null;

            var leaves = meters.ConvertAll(meter => Leaves[meter.Meter]);
            return new(
                only is null ? role.ToString() : $"{role}-{meters[0].Meter}", kind, role, [.. meters.Select(meter => meter.Meter)],
                new(leaves.Sum(leaf => leaf.Energy.WattHours)), from is null ? 0 : from.Column + 1, from?.Key,
                leaves.Sum(leaf => leaf.Missing), leaves.Sum(leaf => leaf.Intervals.Sum()));
        }
    }
}
