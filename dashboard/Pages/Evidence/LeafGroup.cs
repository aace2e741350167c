using DcOps.Contracts.Ledger;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>One branch of a figure's tree: the meters of one role, with those below them.</summary>
/// <param name="Sign">+1 for a term of E_DC or E_IT, -1 for what is taken off, 0 for what is shown beside the figure.</param>
/// <param name="Leaves">With their depth below the branch, parents before their children.</param>
/// <param name="Sum">Of the meters that make the role, those below another of the same role left out.</param>
public sealed record LeafGroup(MeterRole Role, PueCategory? Category, int Sign, ImmutableArray<(MeterEvidence Leaf, int Depth, bool Counts)> Leaves, Energy Sum)
{
    static readonly MeterRole[] Entering = [.. MeterRoles.Entering, MeterRole.Fuel, MeterRole.BoughtCooling];

    /// <summary>What makes E_DC first, then E_IT by category, then all other meters.</summary>
    public static ImmutableArray<LeafGroup> Of(FacilityEvidence evidence)
    {
        var boundaries = evidence.Boundaries.Select(run => run.Boundary).ToList();
        var counting = boundaries.SelectMany(boundary => boundary.Roles.SelectMany(boundary.Of)).Select(meter => meter.Meter).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. evidence.Meters.GroupBy(leaf => leaf.Entry.Role).Select(group => Of(group.Key, [.. group], counting))
                .OrderBy(group => group.Sign == 0 ? 2 : group.Category is null ? 0 : 1).ThenBy(group => group.Category).ThenBy(group => group.Role),
        ];
    }

    static LeafGroup Of(MeterRole role, ImmutableArray<MeterEvidence> leaves, HashSet<string> counting)
    {
        var category = Enum.GetValues<PueCategory>().Where(each => each.ItRole() == role).Select(each => (PueCategory?)each).FirstOrDefault();
        var sign = role == MeterRole.Export ? -1 : Entering.Contains(role) || category is not null ? 1 : 0;
        var names = leaves.Select(leaf => leaf.Entry.Meter).ToHashSet(StringComparer.Ordinal);
        var ordered = ImmutableArray.CreateBuilder<(MeterEvidence, int, bool)>();
        foreach (var top in leaves.Where(leaf => leaf.Entry.Parent is not { } parent || !names.Contains(parent)))
            Add(top, 0);
        var sum = leaves.Where(leaf => counting.Contains(leaf.Entry.Meter)).Sum(leaf => leaf.Energy.WattHours);
        return new(role, category, sign, ordered.DrainToImmutable(), new(sum));

        void Add(MeterEvidence leaf, int depth)
        {
            ordered.Add((leaf, depth, counting.Contains(leaf.Entry.Meter)));
            foreach (var below in leaves.Where(each => each.Entry.Parent == leaf.Entry.Meter))
                Add(below, depth + 1);
        }
    }
}
