namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <param name="ReceiptedThrough">Every batch up to this one has its receipt.</param>
/// <param name="ReservedThrough">Every number up to this one may have been used: a restart begins above it.</param>
readonly record struct OutboxCursor(long ReceiptedThrough, long ReservedThrough);
