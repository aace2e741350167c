using System.Buffers;
using DcOps.Domain.Telemetry;

namespace DcOps.Contracts.Wire;

/// <summary>
/// A batch as bytes, for the outbox's files and for the wire: a version, then sections with tag and length.
/// A later release adds sections, or members at the end of one; this reader skips what it does not know.
/// </summary>
public static class ReadingBatchCodec
{
    public const byte Version = 1;

    /// <summary>A value that is not finite is written as none: NaN never leaves a collector.</summary>
    public static void Encode(ReadingBatch batch, IBufferWriter<byte> output) => output.Write(EncodingRoom.OfThread.Encode(batch));

    /// <summary>Readings of quantities that only a later release knows are left out.</summary>
    /// <param name="batch">Null when the bytes are refused.</param>
    public static WireFault Decode(ReadOnlySpan<byte> bytes, out ReadingBatch? batch)
    {
        batch = null;
        var reader = new WireReader(bytes);
        var version = reader.Byte();
        if (reader.Fault == WireFault.None && version != Version)
            return WireFault.UnknownVersion;

        var draft = new BatchDraft();
        while (!reader.AtEnd && draft.Fault == WireFault.None)
        {
            var tag = (WireSection)reader.Byte();
            var section = new WireReader(reader.Block());
            if (reader.Fault == WireFault.None)
                draft.Take(tag, section);
        }

        var fault = reader.Fault != WireFault.None ? reader.Fault : draft.Fault;
        return fault != WireFault.None ? fault : draft.Finish(out batch);
    }
}
