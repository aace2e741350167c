using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Energy inside a facility: rooms and racks.</summary>
public interface IPlaceLedger
{
    /// <summary>Null when the inventory has no such facility. Of any period, closed or running; a long one is read minute by minute.</summary>
    Task<FacilityPlaces?> PlacesAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken);
}
