namespace DcOps.Domain.Green;

/// <summary>
/// From when on a site counts as inefficient. The authority sets them; no law names them, so there is no default.
/// </summary>
/// <param name="PueAbove">A ratio above it is high.</param>
/// <param name="OccupancyBelow">0 to 1; occupancy below it is low.</param>
/// <param name="StandardRacksBelow">Fewer are small.</param>
/// <param name="YearsFrom">As many years since commissioning, or more, are old.</param>
/// <param name="TraitsToList">How many traits put a site on the register; at least 1.</param>
public sealed record LowEfficiencyCriteria(
    decimal PueAbove, double OccupancyBelow, double StandardRacksBelow, int YearsFrom, int TraitsToList);
