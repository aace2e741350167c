using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>From a figure down to the readings that it rests on.</summary>
public interface IEvidenceLedger
{
    /// <summary>Null when the inventory has no such facility. Of any period, closed or running.</summary>
    Task<FacilityEvidence?> EvidenceAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken);

    /// <summary>One meter's intervals of a period. Null when the registry never had it.</summary>
    /// <param name="interval">15 minutes or a multiple that divides an hour or is one.</param>
    Task<MeterIntervals?> IntervalsAsync(
        FacilityId facility, string meter, BusinessPeriod period, TimeSpan interval, CancellationToken cancellationToken);

    /// <summary>Raw readings of a meter, as it showed them, without corrections; by time, read day by day while they are taken.</summary>
    IAsyncEnumerable<RegisterReading> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, CancellationToken cancellationToken);

    /// <summary>Closed periods that begin inside a stretch, with all revisions, by start.</summary>
    /// <param name="facility">Null asks for all facilities, ordered by facility first.</param>
    Task<ImmutableArray<ClosedPeriod>> ClosedAsync(
        FacilityId? facility, PeriodKind kind, BusinessPeriod within, CancellationToken cancellationToken);
}
