using DcOps.Domain.Telemetry;

namespace DcOps.Silo.Host.Ingest;

/// <summary>A batch that is folded and waits to be durable; its readings are let go.</summary>
/// <param name="Index">Its place in the delivery.</param>
/// <param name="Outcome">What it will be answered.</param>
readonly record struct FoldedBatch(long Sequence, Delivery Delivery, int Index, IngestOutcome Outcome);
