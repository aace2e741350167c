using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Scheduling;

/// <summary>Which approved compute runs where, as the plan in force says: what an incident at a place would hit.</summary>
public interface IPlannedWork
{
    /// <summary>
    /// Jobs of the released plan that run, or will run before <paramref name="until"/>, in a facility; by start, then name. Empty when no plan is
    /// in force. A plan knows facilities and pools, not racks: ask for the facility of a rack.
    /// </summary>
    /// <param name="kind">Null asks for every pool.</param>
    ImmutableArray<PlannedJob> JobsAt(FacilityId facility, PoolKind? kind, DateTimeOffset from, DateTimeOffset until);
}
