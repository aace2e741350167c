using DcOps.Domain.Scheduling.Release;

namespace DcOps.Contracts.Scheduling;

/// <summary>The desk in a few facts.</summary>
/// <param name="ImportedAt">When the tables were taken; null when there are none.</param>
/// <param name="ImportedBy">Null when there are none.</param>
/// <param name="WorkingSince">Since when a plan is being made; null when none is.</param>
/// <param name="LastFault">Why the last plan could not be made, in words; null when it could.</param>
/// <param name="Newest">Null when there never was one.</param>
/// <param name="InForce">The plan that was released last and not withdrawn; null when there is none.</param>
public sealed record PlanDeskState(
    DateTimeOffset? ImportedAt, string? ImportedBy, int Jobs, int Facilities, DateTimeOffset? WorkingSince, string? LastFault,
    PlanLife? Newest, PlanLife? InForce);
