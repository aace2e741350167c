namespace DcOps.Domain.Scheduling.Headroom;

/// <summary>A stage every kW passes: transformers, UPS, feeders, generators, chillers.</summary>
/// <param name="Spares">Units that may fail with the load carried on: 1 for N-1, 0 for none.</param>
/// <param name="Derating">Share of the rating that may be used, 0.9 for nine tenths.</param>
public sealed record ChainStage(LimitKind Kind, ImmutableArray<PowerPath> Paths, int Spares, double Derating);
