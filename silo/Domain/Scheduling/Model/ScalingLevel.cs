namespace DcOps.Domain.Scheduling.Model;

/// <summary>One step of an elastic workload's scaling curve.</summary>
/// <param name="Units">Units at this level.</param>
/// <param name="Speed">Work per slot at this level, in slots of nominal work; 1 at the nominal number of units.</param>
public readonly record struct ScalingLevel(int Units, double Speed);
