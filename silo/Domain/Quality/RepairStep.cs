using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>One step of a repair plan: so many things mended, so many facilities decidable.</summary>
/// <param name="Repairs">What is mended in this step.</param>
/// <param name="Unlocks">Facilities that become decidable by it, those mended before included.</param>
/// <param name="RepairsSoFar">Mended up to and with this step.</param>
/// <param name="UnlockedSoFar">Decidable up to and with this step.</param>
public sealed record RepairStep(
    ImmutableArray<string> Repairs, ImmutableArray<FacilityId> Unlocks, int RepairsSoFar, int UnlockedSoFar);
