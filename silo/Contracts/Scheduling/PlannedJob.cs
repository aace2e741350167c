using DcOps.Domain.Scheduling.Model;

namespace DcOps.Contracts.Scheduling;

/// <summary>One job of the plan in force at one facility.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="From">Its first start in the plan.</param>
/// <param name="To">Its last end in the plan.</param>
/// <param name="Units">The most it has at once.</param>
/// <param name="Kilowatts">IT kW of those units.</param>
public sealed record PlannedJob(
    string Plan, string Job, string Tenant, PoolKind Kind, Flexibility Flexibility, DateTimeOffset From, DateTimeOffset To, int Units,
    double Kilowatts);
