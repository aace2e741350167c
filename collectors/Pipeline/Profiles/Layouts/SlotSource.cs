namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>One voice of several for a point.</summary>
/// <param name="Index">Of what was found: points first, then sums, the uptime last.</param>
/// <param name="Order">The lowest that has a value counts.</param>
/// <param name="IsRegister">Whether its traits are known.</param>
readonly record struct SlotSource(int Index, int Order, bool IsRegister);
