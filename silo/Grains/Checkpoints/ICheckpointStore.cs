namespace DcOps.Grains.Checkpoints;

/// <summary>A store that keeps the newest checkpoint of every key.</summary>
public interface ICheckpointStore
{
    /// <summary>
    /// Returns when the bulk would survive a power cut. All of it or none; a key's newer checkpoint replaces its older one.
    /// One call at a time.
    /// </summary>
    /// <exception cref="CheckpointsUnavailableException">The store cannot keep it now: nothing of the bulk counts, try again later.</exception>
    /// <exception cref="CheckpointsOvertakenException">Another silo wrote some of the keys; the rest of the bulk is durable.</exception>
    Task WriteAsync(IReadOnlyList<Checkpoint> bulk, CancellationToken cancellationToken);

    /// <summary>Null when the key has never been written.</summary>
    /// <exception cref="CheckpointsUnavailableException">The store cannot be read now.</exception>
    Task<Checkpoint?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Every key's newest checkpoint, in no particular order.</summary>
    /// <exception cref="CheckpointsUnavailableException">The store cannot be read now.</exception>
    IAsyncEnumerable<Checkpoint> ReadAllAsync(CancellationToken cancellationToken);
}
