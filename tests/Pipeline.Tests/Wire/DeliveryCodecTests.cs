using System.Buffers;
using DcOps.Contracts.Wire;
using DcOps.Domain.Telemetry;
using FsCheck.Xunit;

namespace DcOps.Collectors.Pipeline.Tests.Wire;

[Properties(Arbitrary = [typeof(Batches)], MaxTest = 100)]
public sealed class DeliveryCodecTests
{
    [Property]
    public void Gives_back_the_batches_in_their_order(ReadingBatch[] batches)
    {
        var output = new ArrayBufferWriter<byte>();
        DeliveryCodec.EncodeBatches([.. batches], output);

        var fault = DeliveryCodec.DecodeBatches(output.WrittenSpan, out var decoded);

        Assert.Equal(WireFault.None, fault);
        Assert.Equal(batches.Select(batch => batch.Sequence), decoded.Select(batch => batch.Sequence));
        Assert.Equal(batches.SelectMany(batch => batch.Readings), decoded.SelectMany(batch => batch.Readings));
    }

    [Property]
    public void Refuses_every_delivery_cut_short(ReadingBatch batch, FsCheck.NonNegativeInt cut)
    {
        var output = new ArrayBufferWriter<byte>();
        DeliveryCodec.EncodeBatches([batch, batch], output);

        var fault = DeliveryCodec.DecodeBatches(output.WrittenSpan[..(cut.Item % output.WrittenCount)], out var decoded);

        Assert.Equal(WireFault.Truncated, fault);
        Assert.Empty(decoded);
    }

    [Property(MaxTest = 3_000)]
    public void Never_throws_on_bytes_that_nobody_wrote(byte[] garbage)
    {
        byte[] versioned = [DeliveryCodec.Version, .. garbage];

        DeliveryCodec.DecodeBatches(versioned, out var batches);
        DeliveryCodec.DecodeReceipts(versioned, out var receipts);

        Assert.False(batches.IsDefault);
        Assert.False(receipts.IsDefault);
    }

    [Fact]
    public void Gives_back_receipts_and_reads_an_outcome_of_a_later_release_as_unavailable()
    {
        ImmutableArray<IngestReceipt> receipts =
        [
            new("nj-01", 5, IngestOutcome.Stored),
            new("nj-01", 6, IngestOutcome.UnknownLocation),
            new("nj-01", 7, (IngestOutcome)99),
        ];
        var output = new ArrayBufferWriter<byte>();
        DeliveryCodec.EncodeReceipts(receipts, output);

        var fault = DeliveryCodec.DecodeReceipts(output.WrittenSpan, out var decoded);

        Assert.Equal(WireFault.None, fault);
        Assert.Equal(
            [new("nj-01", 5, IngestOutcome.Stored), new("nj-01", 6, IngestOutcome.UnknownLocation), new("nj-01", 7, IngestOutcome.Unavailable)],
            decoded);
    }
}
