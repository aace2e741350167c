using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms;

/// <summary>Which alarm: where, of what, by which rule. The same at the edge and in the province.</summary>
/// <param name="Point">
/// The point whose value the rule reads; a device or collector as a whole has <see cref="Quantity.None"/> of its total.
/// </param>
/// <param name="Rule">Id of the rule; a new version of the rule is still the same alarm.</param>
[GenerateSerializer, Immutable, Alias("AlarmKey")]
public readonly record struct AlarmKey(
    [property: Id(0)] Location Location, [property: Id(1)] PointId Point, [property: Id(2)] string Rule)
{
    public override string ToString() => $"{Location}|{Point}|{Rule}";
}
