using DcOps.Grains.Checkpoints;

namespace DcOps.Benchmarks.Alarms;

/// <summary>Takes checkpoints and keeps none: what they cost a disk is measured elsewhere.</summary>
sealed class NoCheckpoints : ICheckpointStore
{
    public Task WriteAsync(IReadOnlyList<Checkpoint> bulk, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Checkpoint?> ReadAsync(string key, CancellationToken cancellationToken) => Task.FromResult<Checkpoint?>(null);

    public async IAsyncEnumerable<Checkpoint> ReadAllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}
