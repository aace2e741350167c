using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>What a facility's design promised over a year.</summary>
/// <param name="LoadProfile">The IT load that the figure assumes, in words.</param>
/// <param name="Of">Date of the design.</param>
public sealed record DesignProfile(string LoadProfile, DateOnly Of, Energy FacilityEnergy, Energy ItEnergy);
