using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// A PUE (电能利用效率) over a period with everything without which it would not be one:
/// category, period, completeness, estimated share and revision.
/// </summary>
/// <param name="Value">Paired: only intervals in which both sides are known. Null when there is no such interval, or no IT energy.</param>
/// <param name="From">Start of the period, UTC.</param>
/// <param name="To">End of the period, UTC, exclusive. Shorter than 12 months: an interim PUE.</param>
/// <param name="FacilityEnergy">E_DC of the paired intervals.</param>
/// <param name="ItEnergy">E_IT of the paired intervals.</param>
/// <param name="Completeness">The least of both sides, 0 to 1.</param>
/// <param name="EstimatedShare">Estimated energy over all, the greater of both sides, 0 to 1.</param>
/// <param name="Revision">1 for the first figure of a period; 0 while the period is open.</param>
[GenerateSerializer, Immutable, Alias("PueFigure")]
public sealed record PueFigure(
    [property: Id(0)] Ratio? Value,
    [property: Id(1)] PueCategory Category,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] Energy FacilityEnergy,
    [property: Id(5)] Energy ItEnergy,
    [property: Id(6)] Ratio Completeness,
    [property: Id(7)] Ratio EstimatedShare,
    [property: Id(8)] EvidenceGrade Grade,
    [property: Id(9)] int Revision);
