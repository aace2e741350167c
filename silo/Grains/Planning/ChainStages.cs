using DcOps.Domain.PowerChain;
using DcOps.Domain.Scheduling.Headroom;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Planning;

/// <summary>A facility's declared power chain as stages that every IT kW passes.</summary>
static class ChainStages
{
    /// <param name="facilityPerIt">Facility kW per IT kW at the measured peak, one or more: what stands before the cooling carries that too.</param>
    /// <returns>Only of classes whose every unit has a rating: an unknown unit leaves the stage unknown.</returns>
    public static ImmutableArray<ChainStage> Of(FacilityId facility, DependencyGraph chain, double facilityPerIt)
    {
        var stages = ImmutableArray.CreateBuilder<ChainStage>();
        Add(EquipmentClass.Transformer, LimitKind.Transformer, facilityPerIt);
        Add(EquipmentClass.Generator, LimitKind.Generator, facilityPerIt);
        Add(EquipmentClass.Ups, LimitKind.Ups, 1);
        return stages.ToImmutable();

        void Add(EquipmentClass kind, LimitKind limit, double per)
        {
            var units = chain.PlacesOf(facility).Select(place => chain.Nodes[place]).Where(node => node.Class == kind).ToList();
            if (units.Count == 0 || units.Exists(unit => unit.Equipment.RatedPower is null))
                return;
            // A single unit has nothing behind it: its own modules may be redundant, which its rating does not say.
            stages.Add(new(
                limit,
                [.. units.Select(unit => new PowerPath(unit.Id, unit.Equipment.RatedPower!.Value.Kilowatts * (unit.Equipment.Derating ?? 1) / per))],
                units.Count > 1 ? 1 : 0, 1));
        }
    }
}
