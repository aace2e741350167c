using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>A value that a layout was made by: a unit, a kind, a scale. When the device says another, the layout no longer holds.</summary>
/// <param name="IsUnitAlone">Whether only the text behind the number counts.</param>
readonly record struct LayoutGuard(int Position, RawValue Said, bool IsUnitAlone)
{
    public bool Holds(ReadOnlySpan<RawValue> values) => IsUnitAlone
        ? PointRule.UnitBehind(values[Position]).SequenceEqual(PointRule.UnitBehind(Said))
        : values[Position] == Said;
}
