using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>The meter registry and what is declared of facilities.</summary>
public interface IMeterLedger
{
    /// <summary>The registry in force; revision 0 is what the configuration declared.</summary>
    Task<MeterRegistryRevision> MetersAsync(CancellationToken cancellationToken);

    /// <summary>Every revision without its entries, newest first.</summary>
    Task<ImmutableArray<MeterRegistryRevision>> MeterRevisionsAsync(CancellationToken cancellationToken);

    /// <summary>What applying a proposal would do. Reads nothing but the registry in force.</summary>
    Task<MeterRegistryDifference> CompareAsync(MeterRegistry proposed, CancellationToken cancellationToken);

    /// <summary>Puts a proposal in force.</summary>
    /// <param name="basis">Revision that the proposer looked at.</param>
    /// <returns>The new revision; null when another one is in force than <paramref name="basis"/>: compare again.</returns>
    Task<MeterRegistryRevision?> ApplyAsync(
        MeterRegistry proposed, int basis, string author, string reason, CancellationToken cancellationToken);

    /// <summary>Null when the inventory has no such facility.</summary>
    Task<FacilityDeclaration?> DeclarationAsync(FacilityId facility, CancellationToken cancellationToken);
}
