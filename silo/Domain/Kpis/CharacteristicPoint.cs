using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>One of the five operating points of the characteristic-conditions method.</summary>
/// <param name="TimeShare">
/// Share of the year that the region's outdoor temperature spends in the point's band, 0 to 1.
/// </param>
/// <param name="Facility">Power entering in a stable window at the point.</param>
/// <param name="It">IT power in the same window.</param>
public readonly record struct CharacteristicPoint(decimal TimeShare, Power Facility, Power It);
