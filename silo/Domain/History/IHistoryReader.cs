using DcOps.Domain.Facilities;
using DcOps.Domain.Ledger;
using DcOps.Domain.Racks;
using DcOps.Domain.Topology;

namespace DcOps.Domain.History;

/// <summary>Reads what was written. Periods are [from, to) in UTC; results are ordered by time, one row per key; gaps are absent rows.</summary>
public interface IHistoryReader
{
    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    Task<ImmutableArray<RackMinute>> RackMinutesAsync(
        RackId rack, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    Task<ImmutableArray<FacilityMinute>> FacilityMinutesAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Ledger rows of one facility, ordered by start, then role.</summary>
    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    Task<ImmutableArray<FacilityInterval>> IntervalsAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Ledger sums of every facility over the period, one per facility and role that has rows, ordered by facility, then role.</summary>
    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    Task<ImmutableArray<FacilityRoleEnergy>> EnergyByFacilityAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Energy of a facility's racks over the period, one per rack that has a known minute, ordered by rack.</summary>
    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    Task<ImmutableArray<RackEnergySum>> EnergyByRackAsync(
        FacilityId facility, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>
    /// Readings of one facility's plant meters, ordered by meter, then instant; of one instant one row.
    /// </summary>
    /// <param name="meter">Null asks for all.</param>
    /// <param name="reach">
    /// How far outside the period the nearest reading of each meter on either side is looked for; those come too. Zero for none.
    /// </param>
    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    Task<ImmutableArray<MeterReading>> MeterReadingsAsync(
        FacilityId facility, string? meter, DateTimeOffset from, DateTimeOffset to, TimeSpan reach, CancellationToken cancellationToken);

    /// <summary>Instant of the facility's oldest meter reading; null when there is none.</summary>
    /// <exception cref="HistoryUnavailableException">The store cannot be reached.</exception>
    Task<DateTimeOffset?> FirstMeterReadingAsync(FacilityId facility, CancellationToken cancellationToken);
}
