namespace DcOps.Grains.Checkpoints;

/// <summary>One owner's place in the <see cref="CheckpointWriter"/>: what it offers goes in, how far it is durable comes out.</summary>
public sealed class CheckpointSlot
{
    readonly CheckpointWriter _writer;
    long _durableVersion;
    volatile bool _isOvertaken;

    internal CheckpointSlot(CheckpointWriter writer, string key)
    {
        _writer = writer;
        Key = key;
    }

    public string Key { get; }

    /// <summary>Newest version offered here that would survive a crash; 0 before the first.</summary>
    public long DurableVersion
    {
        get => Volatile.Read(ref _durableVersion);
        internal set => Volatile.Write(ref _durableVersion, value);
    }

    /// <summary>Whether another silo wrote the key since <see cref="Begin"/>: nothing offered here becomes durable any more.</summary>
    public bool IsOvertaken
    {
        get => _isOvertaken;
        internal set => _isOvertaken = value;
    }

    /// <summary>Begins with what the store has; called before it is read.</summary>
    public void Begin() => _isOvertaken = false;

    /// <summary>Never waits. An image that was offered before and is not yet being written is replaced.</summary>
    public void Offer(long version, ReadOnlyMemory<byte> image) => _writer.Offer(this, version, image);

    /// <summary>Whether everything offered so far is durable, after the next write has been tried.</summary>
    public Task<bool> FlushAsync() => _writer.FlushAsync();
}
