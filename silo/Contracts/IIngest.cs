using DcOps.Domain.Telemetry;

namespace DcOps.Contracts;

/// <summary>Where collectors deliver. One delivery is several batches of one collector, in order of sequence.</summary>
public interface IIngest
{
    /// <summary>
    /// Answers each batch, in the order given, once what it changed would survive <c>kill -9</c>.
    /// That takes up to a checkpoint interval: keep several deliveries in flight.
    /// </summary>
    Task<ImmutableArray<IngestReceipt>> DeliverAsync(
        ImmutableArray<ReadingBatch> batches, CancellationToken cancellationToken);
}
