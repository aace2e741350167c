using DcOps.Collectors.Pipeline.Profiles.Units;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A unit and the factor before it, and both together on the way to the canonical unit.</summary>
sealed record UnitScale(string Symbol, double Factor, Scale Canonical);
