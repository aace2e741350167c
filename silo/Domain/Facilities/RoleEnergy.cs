using DcOps.Domain.Units;

namespace DcOps.Domain.Facilities;

/// <summary>Energy of one role over a period.</summary>
/// <param name="Filled">Everything known, estimates included.</param>
/// <param name="Estimated">The estimated part of it.</param>
/// <param name="IntervalsComplete">Intervals in which every meter of the role is known.</param>
/// <param name="IntervalsExpected">Intervals of the period.</param>
public readonly record struct RoleEnergy(Energy Filled, Energy Estimated, int IntervalsComplete, int IntervalsExpected)
{
    /// <summary>Complete intervals over expected ones, 0 to 1; 0 for an empty period.</summary>
    public Ratio Completeness => new(IntervalsExpected == 0 ? 0 : (double)IntervalsComplete / IntervalsExpected);
}
