using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>Where the figures come from that rules of facilities judge.</summary>
public interface IFacilityFigures
{
    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be reached.</exception>
    Task<FacilityFigures> ReadAsync(Facility facility, DateTimeOffset now, CancellationToken cancellationToken);
}
