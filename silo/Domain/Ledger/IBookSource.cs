using DcOps.Domain.History;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>Opens facilities' books over what is kept of their meters.</summary>
public interface IBookSource
{
    /// <summary>
    /// A book that knows the readings of the period and of the four weeks before, with the nearest ones on both sides, the
    /// registry in force, the corrections and the weather. A copy of its own: nothing else touches it.
    /// </summary>
    /// <exception cref="HistoryUnavailableException">The readings cannot be read: a book of a part would be wrong.</exception>
    Task<FacilityBook> OpenAsync(FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken);

    /// <summary>Instant of the oldest reading of any meter; null when there is none.</summary>
    /// <exception cref="HistoryUnavailableException">The readings cannot be read.</exception>
    Task<DateTimeOffset?> FirstReadingAsync(FacilityId facility, CancellationToken cancellationToken);

    /// <summary>
    /// A stretch with the nearest readings of every meter around it: between those, a reading inside has a say.
    /// </summary>
    /// <exception cref="HistoryUnavailableException">The readings cannot be read.</exception>
    Task<BusinessPeriod> NeighboursAsync(FacilityId facility, BusinessPeriod stretch, CancellationToken cancellationToken);

    /// <summary>A meter's readings as shown, of [from, to), by time.</summary>
    /// <exception cref="HistoryUnavailableException">The readings cannot be read.</exception>
    Task<ImmutableArray<RegisterReading>> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, CancellationToken cancellationToken);

    /// <summary>Energy of the facility's racks over a period, by rack; racks without any known minute are not there.</summary>
    /// <exception cref="HistoryUnavailableException">The minutes cannot be read.</exception>
    Task<ImmutableArray<RackEnergySum>> RackEnergyAsync(FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken);
}
