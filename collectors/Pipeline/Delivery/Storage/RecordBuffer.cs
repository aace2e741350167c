using System.Buffers;
using System.Runtime.InteropServices;
using DcOps.Contracts.Wire;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>Records of a segment as they will stand in the file, built up in memory to be written in one go.</summary>
sealed class RecordBuffer
{
    readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public OutboxBatch Add(ReadingBatch batch)
    {
        var start = _bytes.WrittenCount;
        _bytes.GetSpan(SegmentFormat.RecordHeaderBytes)[..SegmentFormat.RecordHeaderBytes].Clear();
        _bytes.Advance(SegmentFormat.RecordHeaderBytes);
        ReadingBatchCodec.Encode(batch, _bytes);

        // The checksum stands in front of what it covers, so the header is filled last.
        MemoryMarshal.TryGetArray(_bytes.WrittenMemory, out var whole);
        SegmentFormat.Seal(whole.AsSpan(start), batch.Sequence);
        return new(batch, _bytes.WrittenCount - start);
    }
}
