using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Green;

/// <summary>Fuel burnt inside the boundary over a run of local days, as in a generator's test runs.</summary>
/// <param name="From">First local day.</param>
/// <param name="To">First local day no longer.</param>
/// <param name="Fuel">As in <c>diesel</c>.</param>
/// <param name="Amount">In <paramref name="Unit"/>, of the whole run; a part of it counts by its days.</param>
/// <param name="Unit">As in <c>L</c>.</param>
/// <param name="KilogramsPerUnit">kgCO2e per unit, by the source that is named.</param>
/// <param name="Source">Where the factor comes from.</param>
public sealed record FuelUse(
    FacilityId Facility, DateOnly From, DateOnly To, string Fuel, decimal Amount, string Unit, decimal KilogramsPerUnit, string Source)
{
    public CarbonMass Carbon => new(Amount * KilogramsPerUnit);
}
