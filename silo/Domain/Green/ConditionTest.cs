using DcOps.Domain.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Green;

/// <summary>A test by the characteristic-conditions method (特性工况法): five operating points, measured on a day.</summary>
/// <param name="Points">Five, A to E; their time shares add up to 1.</param>
/// <param name="Laboratory">Who tested; null when not said.</param>
public sealed record ConditionTest(FacilityId Facility, DateOnly TestedOn, ImmutableArray<CharacteristicPoint> Points, string? Laboratory)
{
    public CharacteristicRatio Ratio => CharacteristicRatio.Of(Points);
}
