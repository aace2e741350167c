using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DcOps.Grains.Checkpoints;

namespace DcOps.Grains.Tests.Checkpoints;

/// <summary>A store without a disk, which refuses when the test says so.</summary>
sealed class MemoryCheckpoints : ICheckpointStore
{
    readonly ConcurrentDictionary<string, Checkpoint> _kept;

    public MemoryCheckpoints() => _kept = new(StringComparer.Ordinal);

    MemoryCheckpoints(ConcurrentDictionary<string, Checkpoint> kept) => _kept = new(kept, StringComparer.Ordinal);

    /// <summary>Why writes are refused; null when they are not.</summary>
    public string? Refusal { get; set; }

    /// <summary>Keys of every bulk, in the order of writes.</summary>
    public ConcurrentQueue<string[]> Bulks { get; } = [];

    /// <summary>What is kept now, in a store that refuses nothing.</summary>
    public MemoryCheckpoints Copy() => new(_kept);

    public Task WriteAsync(IReadOnlyList<Checkpoint> bulk, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
            throw new CheckpointsUnavailableException(Refusal);

        Bulks.Enqueue([.. bulk.Select(checkpoint => checkpoint.Key)]);
        foreach (var checkpoint in bulk)
            _kept[checkpoint.Key] = checkpoint;
        return Task.CompletedTask;
    }

    public Task<Checkpoint?> ReadAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult<Checkpoint?>(_kept.TryGetValue(key, out var found) ? found : null);

    public async IAsyncEnumerable<Checkpoint> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var checkpoint in _kept.Values)
            yield return await Task.FromResult(checkpoint);
    }
}
