using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Scheduling;

/// <summary>What is measured of facilities, for whoever plans with it.</summary>
public interface ILiveTruth
{
    /// <summary>
    /// One entry for each asked facility that is monitored here; others are absent. While history is away, what was known before is given
    /// again, so that it grows old and shows its age.
    /// </summary>
    Task<IReadOnlyDictionary<FacilityId, FacilityTruth>> ReadAsync(
        IReadOnlyCollection<FacilityId> facilities, DateTimeOffset now, CancellationToken cancellationToken);
}
