using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Reasons;

/// <summary>Another place for a workload with everything else left as planned.</summary>
/// <param name="MoreCny">Dearer than the plan's choice by this much, scarcity included; negative when the plan gave the place up for others.</param>
public sealed record Alternative(Placement Placement, double MoreCny);
