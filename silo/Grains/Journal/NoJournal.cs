using System.Runtime.CompilerServices;

namespace DcOps.Grains.Journal;

/// <summary>No journal: every receipt waits for a checkpoint, which any silo of the cluster can read.</summary>
public sealed class NoJournal : IDeliveryJournal, IJournalPlace
{
    public bool IsKept => false;

    public string? Fault => null;

    public long Position => 0;

    public long DurableThrough => 0;

    public bool IsWanted => false;

    public IJournalPlace Open(string owner) => this;

    public long? Append(long basis, DateTimeOffset receivedAt, ReadOnlySpan<byte> batches) => null;

    public void Cover(long through)
    {
        // There is nothing to let go of.
    }

    public async IAsyncEnumerable<JournalRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}
