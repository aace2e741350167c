using DcOps.Contracts.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Where the meter registry is compared and applied; what it changes of the past is restated.</summary>
sealed class MeterDesk(LedgerParts parts) : IMeterLedger
{
    public Task<MeterRegistryRevision> MetersAsync(CancellationToken cancellationToken) => parts.RegistryAsync(cancellationToken);

    public async Task<ImmutableArray<MeterRegistryRevision>> MeterRevisionsAsync(CancellationToken cancellationToken) =>
    [
        .. (await parts.Desk.RegistriesAsync(newestOnly: false, cancellationToken)).Reverse()
            .Select(revision => revision with { Registry = MeterRegistry.Empty }),
    ];

    public async Task<MeterRegistryDifference> CompareAsync(MeterRegistry proposed, CancellationToken cancellationToken) =>
        MeterRegistryDifference.Between((await MetersAsync(cancellationToken)).Registry, proposed);

    public async Task<MeterRegistryRevision?> ApplyAsync(
        MeterRegistry proposed, int basis, string author, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var before = await MetersAsync(cancellationToken);
        var applied = new MeterRegistryRevision(basis + 1, parts.Now, author, reason, proposed);
        if (before.Number != basis || !await parts.Desk.KeepAsync(applied, cancellationToken))
            return null;

        foreach (var (facility, from) in MeterRegistryDifference.Between(before.Registry, proposed).Restates)
        {
            await parts.Records.NoteChangeAsync(
                facility, BusinessCalendar.Shanghai.Day(from).From, DateTimeOffset.MaxValue, parts.Now,
                $"meter registry {applied.Number}: {reason}", cancellationToken);
        }

        return applied;
    }

    public Task<FacilityDeclaration?> DeclarationAsync(FacilityId facility, CancellationToken cancellationToken) =>
        Task.FromResult(parts.Inventory.TryGet(facility, out _) ? parts.DeclarationOf(facility) : null);
}
