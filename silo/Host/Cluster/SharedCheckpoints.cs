using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DcOps.Domain.Ledger.Archive;
using DcOps.Grains.Checkpoints;
using DcOps.Registry.Cluster;

namespace DcOps.Silo.Host.Cluster;

/// <summary>
/// Checkpoints in the cluster's database, where every silo finds them. It replaces only what it has read or written itself:
/// when another silo wrote an owner meanwhile, that is an <see cref="CheckpointsOvertakenException"/>.
/// </summary>
sealed class SharedCheckpoints(CheckpointTable table) : ICheckpointStore
{
    // Version of each key as this silo knows it; 0 when there was none.
    readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);

    public async Task WriteAsync(IReadOnlyList<Checkpoint> bulk, CancellationToken cancellationToken)
    {
        CheckpointWrite[] writes =
        [
            .. bulk.Select(checkpoint => new CheckpointWrite(
                new(checkpoint.Key, checkpoint.Version, checkpoint.Image), _known.GetValueOrDefault(checkpoint.Key))),
        ];
        var overtaken = await TryAsync(() => table.WriteAsync(writes, cancellationToken));
        foreach (var write in writes)
        {
            // Unless the owner was read anew while this was under way: then it knows better.
            if (!overtaken.Contains(write.Row.Key))
                _known.AddOrUpdate(write.Row.Key, write.Row.Version, (_, known) => known == write.Before ? write.Row.Version : known);
        }

        if (!overtaken.IsEmpty)
            throw new CheckpointsOvertakenException(overtaken);
    }

    public async Task<Checkpoint?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var row = await TryAsync(() => table.ReadAsync(key, cancellationToken));
        _known[key] = row?.Version ?? 0;
        return row is { } found ? new(found.Key, found.Version, found.Image) : null;
    }

    public async IAsyncEnumerable<Checkpoint> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = table.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await TryAsync(() => rows.MoveNextAsync().AsTask()))
            yield return new(rows.Current.Key, rows.Current.Version, rows.Current.Image);
    }

    static async Task<T> TryAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ArchiveUnavailableException fault)
        {
            throw new CheckpointsUnavailableException(fault.Message, fault);
        }
    }
}
