using System.Buffers;
using DcOps.Contracts.Wire;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using FsCheck.Xunit;

namespace DcOps.Collectors.Pipeline.Tests.Wire;

[Properties(Arbitrary = [typeof(Batches)], MaxTest = 300)]
public sealed class ReadingBatchCodecTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Property]
    public void Gives_back_what_it_was_given(ReadingBatch batch)
    {
        var fault = ReadingBatchCodec.Decode(Encoded(batch), out var decoded);

        Assert.Equal(WireFault.None, fault);
        AssertSame(batch, decoded!);
    }

    [Property]
    public void Refuses_every_batch_cut_short_or_gives_a_part_that_stands_whole(ReadingBatch batch, FsCheck.NonNegativeInt cut)
    {
        var bytes = Encoded(batch);
        var shorter = bytes[..(cut.Item % bytes.Length)];

        var fault = ReadingBatchCodec.Decode(shorter, out var decoded);

        // A cut between two sections cannot be seen from inside; the outbox's checksum and the frame's length see it.
        Assert.Equal(fault == WireFault.None, decoded is not null);
        Assert.True(decoded is null || decoded.Readings.SequenceEqual(batch.Readings[..decoded.Readings.Length]));
    }

    [Property(MaxTest = 3_000)]
    public void Never_throws_on_bytes_that_nobody_wrote(byte[] garbage)
    {
        byte[] versioned = [ReadingBatchCodec.Version, .. garbage];

        var fault = ReadingBatchCodec.Decode(versioned, out var batch);

        Assert.Equal(fault == WireFault.None, batch is not null);
    }

    [Property(MaxTest = 2_000)]
    public void Never_throws_when_a_byte_is_flipped(ReadingBatch batch, FsCheck.NonNegativeInt place, byte value)
    {
        var bytes = Encoded(batch);
        bytes[place.Item % bytes.Length] = value;

        var fault = ReadingBatchCodec.Decode(bytes, out var decoded);

        Assert.Equal(fault == WireFault.None, decoded is not null);
        Assert.True(decoded is null || decoded.Readings.All(reading => reading.Value is not { } number || double.IsFinite(number)));
    }

    [Fact]
    public void Refuses_a_newer_version_by_name()
    {
        var bytes = Encoded(Batch());
        bytes[0] = ReadingBatchCodec.Version + 1;

        var fault = ReadingBatchCodec.Decode(bytes, out var decoded);

        Assert.Equal(WireFault.UnknownVersion, fault);
        Assert.Null(decoded);
    }

    [Fact]
    public void Refuses_nothing_at_all_as_truncated()
    {
        Assert.Equal(WireFault.Truncated, ReadingBatchCodec.Decode([], out _));
        Assert.Equal(WireFault.Truncated, ReadingBatchCodec.Decode([ReadingBatchCodec.Version], out _));
    }

    [Fact]
    public void Skips_a_section_of_a_later_release()
    {
        byte[] extended = [.. Encoded(Batch()), 200, 3, 1, 2, 3];

        var fault = ReadingBatchCodec.Decode(extended, out var decoded);

        Assert.Equal(WireFault.None, fault);
        AssertSame(Batch(), decoded!);
    }

    [Fact]
    public void Leaves_out_a_reading_of_a_quantity_that_only_a_later_release_knows()
    {
        var known = new Reading(PointId.Total("pdu-a", Quantity.ActivePower), 4_200, Noon, ReadingQuality.Good);
        var unknown = new Reading(PointId.Total("pdu-a", (Quantity)250), 1, Noon, ReadingQuality.Good);

        var fault = ReadingBatchCodec.Decode(Encoded(Batch() with { Readings = [unknown, known] }), out var decoded);

        Assert.Equal(WireFault.None, fault);
        Assert.Equal([known], decoded!.Readings);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Writes_a_value_that_is_not_finite_as_none(double value)
    {
        var reading = new Reading(PointId.Total("pdu-a", Quantity.ActivePower), value, Noon, ReadingQuality.Bad);

        ReadingBatchCodec.Decode(Encoded(Batch() with { Readings = [reading] }), out var decoded);

        Assert.Null(decoded!.Readings.Single().Value);
    }

    [Fact]
    public void Needs_at_most_a_dozen_bytes_for_a_reading_of_a_usual_poll()
    {
        var readings = Enumerable.Range(1, 40)
            .Select(outlet => new Reading(new("pdu-a", PartKind.Outlet, (ushort)outlet, Quantity.ActivePower), 100 + outlet, Noon, ReadingQuality.Good));

        var bytes = Encoded(Batch() with { Readings = [.. readings] });

        Assert.InRange(bytes.Length, 1, 40 * 12);
    }

    static ReadingBatch Batch() => new(
        "collector-1", 7, Location.Parse("NJ-01/R01/A07"), Noon,
        [new(PointId.Total("pdu-a", Quantity.ActivePower), 4_200, Noon, ReadingQuality.Good)], []);

    static byte[] Encoded(ReadingBatch batch)
    {
        var output = new ArrayBufferWriter<byte>();
        ReadingBatchCodec.Encode(batch, output);
        return output.WrittenSpan.ToArray();
    }

    static void AssertSame(ReadingBatch expected, ReadingBatch actual)
    {
        Assert.Equal(expected with { Readings = [], Registers = [] }, actual with { Readings = [], Registers = [] });
        Assert.Equal(expected.Readings, actual.Readings);
        Assert.Equal(expected.Registers, actual.Registers);
    }
}
