using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Replay;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Scheduling.Published;

/// <summary>A recorded trace as input of the planner: one facility, whole hours, the policies' own waits, carbon alone as the objective.</summary>
public static class SameWork
{
    /// <summary>Arrivals and lengths rounded up to whole hours, so that a policy and the planner have the same work.</summary>
    public static ImmutableArray<ReplayJob> InHours(ImmutableArray<ReplayJob> jobs) =>
        [.. jobs.Select(job => new ReplayJob(
            TimeSpan.FromHours(Math.Ceiling(job.Arrival.TotalHours)), TimeSpan.FromHours(Math.Ceiling(job.Length.TotalHours)), job.Units))];

    /// <param name="units">Units of the facility; infinite room when null.</param>
    /// <param name="curve">Null for a facility without losses, as the published studies have it.</param>
    public static PlanningInput Input(
        IntensitySeries carbon, ImmutableArray<ReplayJob> jobs, ReplayTerms terms, double? units, PowerCurve? curve)
    {
        var slots = carbon.Values.Length;
        ImmutableArray<double> Flat(double value) => [.. Enumerable.Repeat(value, slots)];
        return new()
        {
            StartsAt = carbon.StartsAt,
            Step = carbon.Step,
            Slots = slots,
            Regions = [new("R0", RegionKind.Core)],
            Facilities =
            [
                new()
                {
                    Id = FacilityId.Parse("DC-01"), Region = 0, Curve = curve ?? new(0, 1, 0), BaseKw = Flat(0), LimitKw = Flat(units ?? 1e6),
                    Price = Flat(0), Carbon = carbon.Values,
                },
            ],
            Pools = [new(0, PoolKind.Cpu, 1, Flat(units ?? 1e6), [])],
            CarbonPrice = 1,
            Workloads = [.. jobs.Select((job, index) => Workload(job, index, terms))],
        };
    }

    static Workload Workload(ReplayJob job, int index, ReplayTerms terms)
    {
        var (release, length) = ((int)job.Arrival.TotalHours, (int)job.Length.TotalHours);
        var wait = job.Length < terms.ShortBelow ? terms.ShortWait : terms.LongWait;
        return new()
        {
            Id = $"J{index}",
            Tenant = "T",
            Kind = PoolKind.Cpu,
            Units = job.Units,
            Duration = length,
            Release = release,
            Deadline = release + length + (int)wait.TotalHours,
            Flexibility = Flexibility.Interruptible,
            Origin = 0,
            DataRegion = 0,
            UnservedPenalty = 100.0 * job.Units * length,
        };
    }
}
