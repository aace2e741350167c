using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>A batch on its way out of the outbox.</summary>
/// <param name="Bytes">Its size on disk, framing included.</param>
public sealed record OutboxBatch(ReadingBatch Batch, int Bytes);
