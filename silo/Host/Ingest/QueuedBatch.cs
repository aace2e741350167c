using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Ingest;

/// <summary>A batch that waits to be folded.</summary>
/// <param name="Index">Its place in the delivery.</param>
readonly record struct QueuedBatch(ReadingBatch Batch, Delivery Delivery, int Index);
