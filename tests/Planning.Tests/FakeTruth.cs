using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Headroom;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Topology;

namespace DcOps.Planning.Tests;

/// <summary>Facilities that say what the test has them say; those not named are not monitored.</summary>
sealed class FakeTruth : ILiveTruth
{
    public Dictionary<FacilityId, FacilityTruth> Truths { get; } = [];

    public Task<IReadOnlyDictionary<FacilityId, FacilityTruth>> ReadAsync(
        IReadOnlyCollection<FacilityId> facilities, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<FacilityId, FacilityTruth>>(
            Truths.Where(truth => facilities.Contains(truth.Key)).ToDictionary(truth => truth.Key, truth => truth.Value));

    /// <summary>A facility with a peak and a limit, last measured at an instant.</summary>
    public void Say(FacilityId facility, DateTimeOffset seen, double peakKw, double limitKw) => Truths[facility] = new(
        facility, seen, new(limitKw, limitKw - peakKw, LimitKind.Ups, [], peakKw / limitKw), [new(seen, peakKw)], [], null);
}
