using System.Buffers;
using DcOps.Domain.Telemetry;

namespace DcOps.Contracts.Wire;

/// <summary>
/// The bodies of one HTTP delivery: batches there, receipts back.
/// </summary>
/// <remarks>
/// Deliveries overlap and must keep their order, for an owner tells a batch it knows by the highest sequence it folded.
/// So the silo answers with the response's head as soon as the batches are queued, and with its body when every receipt is
/// known; a collector sends its next delivery after the head. The head carries the silo process's epoch, and the collector
/// sends back the epoch it last heard: a silo that started anew meanwhile refuses (409), because deliveries before this one
/// died with its predecessor. A collector with nothing under way sends <see cref="NewEpoch"/>.
/// </remarks>
public static class DeliveryCodec
{
    public const byte Version = 1;

    /// <summary>Path of the silo's endpoint; method POST.</summary>
    public const string Path = "/ingest";

    public const string EpochHeader = "DcOps-Epoch";

    public const string NewEpoch = "new";

    public const string BatchesMediaType = "application/vnd.dcops.batches";

    public const string ReceiptsMediaType = "application/vnd.dcops.receipts";

    /// <summary>A delivery of more batches than this is refused.</summary>
    public const int MostBatches = 65_536;

    public static void EncodeBatches(ImmutableArray<ReadingBatch> batches, IBufferWriter<byte> output)
    {
        var writer = new WireWriter(64 << 10);
        writer.Byte(Version);
        writer.Unsigned((ulong)batches.Length);
        foreach (var batch in batches)
            writer.Block(EncodingRoom.OfThread.Encode(batch));
        output.Write(writer.Written);
    }

    /// <param name="batches">In the order sent; empty when the bytes are refused.</param>
    public static WireFault DecodeBatches(ReadOnlySpan<byte> bytes, out ImmutableArray<ReadingBatch> batches)
    {
        batches = [];
        var reader = new WireReader(bytes);
        var version = reader.Byte();
        if (reader.Fault == WireFault.None && version != Version)
            return WireFault.UnknownVersion;

        var count = reader.Count(MostBatches);
        var decoded = ImmutableArray.CreateBuilder<ReadingBatch>();
        for (var position = 0; position < count && reader.Fault == WireFault.None; position++)
        {
            var block = reader.Block();
            if (reader.Fault != WireFault.None)
                break;

            if (ReadingBatchCodec.Decode(block, out var batch) is var fault and not WireFault.None)
                return fault;
            decoded.Add(batch!);
        }

        if (reader.Fault == WireFault.None)
            batches = decoded.DrainToImmutable();
        return reader.Fault;
    }

    /// <param name="receipts">All of one collector.</param>
    public static void EncodeReceipts(ImmutableArray<IngestReceipt> receipts, IBufferWriter<byte> output)
    {
        var writer = new WireWriter(64 + (receipts.IsDefault ? 0 : 8 * receipts.Length));
        writer.Byte(Version);
        writer.Text(receipts.IsDefaultOrEmpty ? "" : receipts[0].Collector);
        writer.Unsigned((ulong)receipts.Length);
        foreach (var receipt in receipts)
        {
            writer.Unsigned((ulong)receipt.Sequence);
            writer.Byte((byte)receipt.Outcome);
        }

        output.Write(writer.Written);
    }

    /// <param name="receipts">In the order sent; empty when the bytes are refused. An outcome of a later release reads as unavailable.</param>
    public static WireFault DecodeReceipts(ReadOnlySpan<byte> bytes, out ImmutableArray<IngestReceipt> receipts)
    {
        receipts = [];
        var reader = new WireReader(bytes);
        var version = reader.Byte();
        if (reader.Fault == WireFault.None && version != Version)
            return WireFault.UnknownVersion;

        var collector = reader.Text();
        var count = reader.Count(MostBatches);
        var decoded = ImmutableArray.CreateBuilder<IngestReceipt>();
        for (var position = 0; position < count && reader.Fault == WireFault.None; position++)
        {
            var sequence = (long)reader.Unsigned();
            var outcome = (IngestOutcome)reader.Byte();
            decoded.Add(new(collector, sequence, outcome > IngestOutcome.Unavailable ? IngestOutcome.Unavailable : outcome));
        }

        if (reader.Fault == WireFault.None)
            receipts = decoded.DrainToImmutable();
        return reader.Fault;
    }
}
