using DcOps.Domain.Topology;

namespace DcOps.Contracts.Collectors;

/// <summary>A collector that should be heard.</summary>
/// <param name="Facilities">Whose readings it may deliver; empty for the one in the silo's own process, which may deliver all.</param>
public sealed record KnownCollector(string Name, ImmutableArray<FacilityId> Facilities);
