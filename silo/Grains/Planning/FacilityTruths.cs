using DcOps.Contracts.Scheduling;
using DcOps.Domain.History;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Planning;

/// <summary>Facilities' load, headroom and power curve from history, the ledger's quarter-hours and the declared power chain.</summary>
public sealed class FacilityTruths(Inventory inventory, IHistoryReader history, DependencyGraph chain) : ILiveTruth, IDisposable
{
    readonly SemaphoreSlim _one = new(1);
    readonly Dictionary<FacilityId, FacilityMemory> _memories = [];

    public async Task<IReadOnlyDictionary<FacilityId, FacilityTruth>> ReadAsync(
        IReadOnlyCollection<FacilityId> facilities, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var truths = new Dictionary<FacilityId, FacilityTruth>();
            foreach (var id in facilities.Distinct())
            {
                if (!inventory.TryGet(id, out var facility))
                    continue;
                if (!_memories.TryGetValue(id, out var memory))
                    _memories[id] = memory = new(facility, chain);
                truths[id] = await TruthAsync(memory, now, cancellationToken);
            }

            return truths;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    async Task<FacilityTruth> TruthAsync(FacilityMemory memory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await memory.ReadAsync(history, now, cancellationToken);
        }
        catch (HistoryUnavailableException)
        {
            // What was known grows old, and says so by its newest minute.
        }

        return memory.Truth(now);
    }
}
