namespace DcOps.Grains.Journal;

/// <summary>One owner's part of the journal; used in the owner's turns only. Positions grow over the whole journal.</summary>
public interface IJournalPlace
{
    /// <summary>Position behind the owner's newest record; 0 when it has none.</summary>
    long Position { get; }

    /// <summary>Position up to which every record, whoever its owner, would survive a crash.</summary>
    long DurableThrough { get; }

    /// <summary>Whether the owner's records stand in the way of a journal that fills: it should write an image soon.</summary>
    bool IsWanted { get; }

    /// <summary>Hands a record to the writer; never waits.</summary>
    /// <param name="basis">Version of the image without which the record must not be folded again; 0 when any will do.</param>
    /// <param name="batches">In the form of <c>DeliveryCodec.EncodeBatches</c>; copied.</param>
    /// <returns>Position behind the record; null when the journal is full or cannot be written: nothing was taken.</returns>
    long? Append(long basis, DateTimeOffset receivedAt, ReadOnlySpan<byte> batches);

    /// <summary>A durable image holds what the owner's records up to the position hold: they are not needed any more.</summary>
    void Cover(long through);

    /// <summary>The owner's records that no image covers, in the order in which they were folded.</summary>
    IAsyncEnumerable<JournalRecord> ReadAsync(CancellationToken cancellationToken);
}
