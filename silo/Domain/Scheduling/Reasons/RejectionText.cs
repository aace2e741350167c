using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Planning;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>What kept a facility from taking a workload, with the number missing, and what would lift it.</summary>
static class RejectionText
{
    /// <param name="transfer">Slots that its data takes to get there.</param>
    public static RejectedPool Of(PlanningInput input, Workload workload, int facility, int transfer, Exclusion exclusion)
    {
        var offer = input.Facilities[facility];
        var name = offer.Id.Value;
        var pool = input.Pools.FirstOrDefault(pool => pool.Facility == facility && pool.Kind == workload.Kind);
        var largest = pool?.Free.Max() ?? 0;
        var power = Enumerable.Range(0, input.Slots).Max(slot => offer.LimitKw[slot] - offer.BaseKw[slot]);
        var (binding, remedy) = exclusion switch
        {
            Exclusion.Status => (ReasonText.Of("Rejected.Status", name, offer.Status), ReasonText.Of("Remedy.BringUp", name)),
            Exclusion.Grade => (ReasonText.Of("Rejected.Grade", name, offer.SecurityGrade, workload.SecurityGrade), ReasonText.Of("Remedy.Grade", workload.SecurityGrade)),
            Exclusion.Residency => (ReasonText.Of("Rejected.Residency", name), ReasonText.Of("Remedy.Residency")),
            Exclusion.Latency => (ReasonText.Of("Rejected.Latency", name, workload.Latency.LimitMilliseconds()), ReasonText.Of("Remedy.Latency")),
            Exclusion.NoPool => (ReasonText.Of("Rejected.NoPool", name, workload.Kind), ReasonText.Of("Remedy.NoPool", workload.Kind)),
            Exclusion.Stack => (ReasonText.Of("Rejected.Stack", name, workload.Stack ?? ""), ReasonText.Of("Remedy.Stack", workload.Stack ?? "")),
            Exclusion.NoLink => (ReasonText.Of("Rejected.NoLink", name, workload.Gigabytes), ReasonText.Of("Remedy.NoLink")),
            Exclusion.NeverFitsPool => (ReasonText.Of("Rejected.NeverFitsPool", name, largest, workload.Units), ReasonText.Of("Remedy.Units", Math.Max(0, workload.Units - largest))),
            Exclusion.NeverFitsPower => (
                ReasonText.Of("Rejected.NeverFitsPower", name, power, workload.Units * (pool?.KwPerUnit ?? 0)),
                ReasonText.Of("Remedy.Power", Math.Max(0, (workload.Units * (pool?.KwPerUnit ?? 0)) - power))),
            _ => (
                ReasonText.Of("Rejected.Window", name, workload.Duration, transfer, workload.Deadline - workload.Release),
                ReasonText.Of("Remedy.Deadline", workload.Duration + transfer)),
        };
        return new(facility, binding, remedy);
    }
}
