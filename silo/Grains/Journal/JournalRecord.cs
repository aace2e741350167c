namespace DcOps.Grains.Journal;

/// <summary>Batches of one collector that an owner folded in one turn.</summary>
/// <param name="Basis">Version of the image without which it must not be folded again; 0 when any will do.</param>
/// <param name="ReceivedAt">The owner's clock when it folded them first, UTC.</param>
/// <param name="Batches">In the form of <c>DeliveryCodec.EncodeBatches</c>; valid until the next record is asked for.</param>
public readonly record struct JournalRecord(long Basis, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte> Batches);
