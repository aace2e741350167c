using DcOps.Domain.PowerChain;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>One supply of a rack: its PDU with what it carries now.</summary>
/// <param name="Device">Name of the PDU at the rack.</param>
/// <param name="Above">Id of what feeds it by the chain; null when that is not declared.</param>
/// <param name="Rated">What it is made for; null when not declared.</param>
/// <param name="Power">Null when not read.</param>
/// <param name="Phases">Phases that it tells a current of, by number.</param>
public sealed record RackFeed(string Device, string? Above, Power? Rated, Power? Power, ImmutableArray<(int Phase, double Amperes)> Phases)
{
    /// <summary>Power over rating; null when one of them is not known.</summary>
    public Ratio? Share => Power is { } power && Rated is { } rated && rated > DcOps.Domain.Units.Power.Zero ? power / rated : null;

    /// <summary>How far the greatest phase current lies above the mean of the phases, over the mean; null for less than two phases, or without load.</summary>
    public Ratio? Imbalance => Phases.Length > 1 && Phases.Average(phase => phase.Amperes) is > 0 and var mean
        ? new Ratio((Phases.Max(phase => phase.Amperes) - mean) / mean)
        : null;

    /// <summary>
    /// Share of the rating that this one would carry if all other supplies of the rack failed; null for the only supply, or when a
    /// supply's power or this one's rating is not known.
    /// </summary>
    public Ratio? Alone(ImmutableArray<RackFeed> all) =>
        all.Length > 1 && Rated is { } rated && rated > DcOps.Domain.Units.Power.Zero && all.All(feed => feed.Power is not null)
            ? new Power(all.Sum(feed => feed.Power!.Value.Watts)) / rated
            : null;

    /// <summary>The supplies that the chain declares, by name; without a chain the devices that tell a power of their own.</summary>
    public static ImmutableArray<RackFeed> Of(RackSnapshot rack, DependencyGraph chain)
    {
        var declared = chain.Find(rack.Rack.Facility, rack.Rack.Value) is { } own ? own
            : chain.PlacesOf(rack.Rack.Facility).Where(place => chain.Nodes[place].Rack == rack.Rack).Select(place => (int?)place).FirstOrDefault();
        var nodes = declared is { } at
            ? chain.Needs(at).Where(edge => edge.Kind == Dependency.Power).Select(edge => edge.From).Where(place => IsAt(chain.Nodes[place], rack)).Distinct().ToList()
            : [];
        return nodes.Count > 0
            ? [.. nodes.Select(place => Of(rack, chain.Nodes[place].Address!.Value.Device, chain, place)).OrderBy(feed => feed.Device, StringComparer.Ordinal)]
            : [.. rack.Latest.Where(IsTotalPower).Select(reading => Of(rack, reading.Point.Device, chain, null)).OrderBy(feed => feed.Device, StringComparer.Ordinal)];
    }

    static RackFeed Of(RackSnapshot rack, string device, DependencyGraph chain, int? place)
    {
        var own = rack.Latest.Where(reading => reading.Point.Device == device && reading is { Value: not null, Quality: ReadingQuality.Good }).ToList();
        var power = own.Where(IsTotalPower).Select(reading => reading.Value).FirstOrDefault();
        var above = place is { } at ? chain.Needs(at).Where(edge => edge.Kind == Dependency.Power).Select(edge => chain.Nodes[edge.From].Id).FirstOrDefault() : null;
        return new(
            device, above, place is { } node ? chain.Nodes[node].Equipment.RatedPower : null, power is { } watts ? new Power(watts) : null,
            [
                .. own.Where(reading => reading.Point is { Part: PartKind.Phase or PartKind.Input, Quantity: Quantity.Current })
                    .Select(reading => ((int)reading.Point.Index, reading.Value!.Value)).OrderBy(phase => phase.Item1),
            ]);
    }

    static bool IsAt(ChainNode node, RackSnapshot rack) => node.Address is { Device.Length: > 0 } address && address.Location.Path == rack.Rack.Value;

    static bool IsTotalPower(Reading reading) => reading.Point is { Part: PartKind.Total, Quantity: Quantity.ActivePower };
}
