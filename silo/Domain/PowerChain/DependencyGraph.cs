using System.Collections.Frozen;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.PowerChain;

/// <summary>
/// What needs what in a facility or a province: power from the grid to the outlet, cooling to the rack, readings to us.
/// Immutable, without cycles; nodes go by their place in <see cref="Nodes"/>.
/// </summary>
public sealed class DependencyGraph
{
    readonly FrozenDictionary<(string Path, string Device, PartKind Part, ushort Index), int> _byAddress;
    readonly FrozenDictionary<string, int> _byId;
    readonly ImmutableArray<ChainEdge>[] _up;
    readonly ImmutableArray<ChainEdge>[] _down;
    readonly Lazy<ILookup<string, int>> _byFacility;

    internal DependencyGraph(ImmutableArray<ChainNode> nodes, ImmutableArray<ChainEdge> edges)
    {
        Nodes = nodes;
        var places = nodes.Select((node, place) => (node, place)).ToList();
        _byId = places.ToFrozenDictionary(each => KeyOf(each.node.Facility, each.node.Id), each => each.place, StringComparer.Ordinal);
        _byAddress = places.Where(each => each.node.Address is not null)
            .ToFrozenDictionary(each => KeyOf(each.node.Address!.Value), each => each.place);
        _byFacility = new(() => places.ToLookup(each => each.node.Facility.Value, each => each.place, StringComparer.Ordinal));
        var (up, down) = (edges.ToLookup(edge => edge.To), edges.ToLookup(edge => edge.From));
        _up = [.. places.Select(each => up[each.place].ToImmutableArray())];
        _down = [.. places.Select(each => down[each.place].ToImmutableArray())];
    }

    public static DependencyGraph Empty { get; } = new([], []);

    public ImmutableArray<ChainNode> Nodes { get; }

    /// <summary>Nodes of one facility, in their order; of every one when null.</summary>
    public IEnumerable<int> PlacesOf(FacilityId? facility) =>
        facility is { } one ? _byFacility.Value[one.Value] : Enumerable.Range(0, Nodes.Length);

    /// <summary>What a node needs.</summary>
    public ImmutableArray<ChainEdge> Needs(int place) => _up[place];

    /// <summary>What needs a node.</summary>
    public ImmutableArray<ChainEdge> NeededBy(int place) => _down[place];

    /// <summary>Null when there is no such node.</summary>
    public int? Find(FacilityId facility, string id) => _byId.TryGetValue(KeyOf(facility, id), out var place) ? place : null;

    /// <summary>The nearest thing that a point belongs to: its part, its device, its rack; null when none is known.</summary>
    public int? Find(Location location, in PointId point) =>
        _byAddress.TryGetValue((location.Path, point.Device, point.Part, point.Index), out var part) ? part
        : _byAddress.TryGetValue((location.Path, point.Device, PartKind.Total, 0), out var device) ? device
        : _byAddress.TryGetValue((location.Path, "", PartKind.Total, 0), out var rack) ? rack
        : null;

    /// <summary>Class and rating by address, for the rules.</summary>
    public EquipmentRegister Equipment() => new(
        Nodes.Where(node => node.Address is not null)
            .Select(node => KeyValuePair.Create(node.Address!.Value, node.Equipment)));

    /// <summary>
    /// Everything upstream of a node that explains a symptom there, itself first, with what would have to fail in it. Lost power
    /// explains lost power; lost cooling, and what took its power, explains heat; a lost path, and what took its power, explains silence.
    /// </summary>
    /// <param name="symptom">One or several.</param>
    public ImmutableArray<Reach> Upstream(int place, Dependency symptom)
    {
        var found = new List<Reach>();
        foreach (var kind in new[] { Dependency.Power, Dependency.Cooling, Dependency.Data })
        {
            if (symptom.HasFlag(kind))
                Climb(new(place, kind), kind == Dependency.Data ? Dependency.Data | Dependency.Power : kind, found);
        }

        return [.. found];
    }

    /// <summary>Everything that would suffer if a node failed, itself first.</summary>
    public ImmutableArray<int> Downstream(int place, Dependency kinds)
    {
        var found = new List<int> { place };
        var seen = new HashSet<int> { place };
        for (var index = 0; index < found.Count; index++)
        {
            foreach (var edge in _down[found[index]])
            {
                if ((edge.Kind & kinds) != Dependency.None && seen.Add(edge.To))
                    found.Add(edge.To);
            }
        }

        return [.. found];
    }

    void Climb(Reach from, Dependency kinds, List<Reach> found)
    {
        if (found.Contains(from))
            return;

        found.Add(from);
        foreach (var edge in _up[from.Place])
        {
            // What cools or reports needs power itself.
            if ((edge.Kind & kinds) != Dependency.None)
                Climb(new(edge.From, edge.Kind), kinds | Dependency.Power, found);
        }
    }

    static string KeyOf(FacilityId facility, string id) => $"{facility}|{id}";

    static (string, string, PartKind, ushort) KeyOf(in EquipmentAddress address) =>
        (address.Location.Path, address.Device, address.Part, address.Index);
}
