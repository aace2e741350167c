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
    public static void Encode(ReadingBatch batch, IBufferWriter<byte> output)
    {
        var devices = new DeviceNames();
        var body = new ArrayBufferWriter<byte>(64 + (batch.Readings.Length * 8));
        var section = new WireWriter(body);
        var writer = new WireWriter(output);
        writer.Byte(Version);

        section.Text(batch.Collector);
        section.Unsigned((ulong)batch.Sequence);
        section.Text(batch.Location.Path);
        section.Unsigned((ulong)batch.CollectedAt.UtcTicks);
        if (batch.Lane != ReadingLane.Ordered)
            section.Byte((byte)batch.Lane);
        Close(writer, WireSection.Head, body);

        foreach (var reading in batch.Readings)
            devices.Of(reading.Point.Device);
        foreach (var register in batch.Registers)
            devices.Of(register.Point.Device);
        section.Unsigned((ulong)devices.Names.Count);
        foreach (var name in devices.Names)
            section.Text(name);
        Close(writer, WireSection.Devices, body);

        section.Unsigned((ulong)batch.Readings.Length);
        var last = new ReadingCodec.Neighbour(-1, batch.CollectedAt.UtcTicks);
        foreach (ref readonly var reading in batch.Readings.AsSpan())
            ReadingCodec.Write(section, reading, devices.Of(reading.Point.Device), ref last);
        Close(writer, WireSection.Readings, body);

        if (batch.Registers.IsDefaultOrEmpty)
            return;

        section.Unsigned((ulong)batch.Registers.Length);
        var block = new ArrayBufferWriter<byte>(64);
        foreach (var register in batch.Registers)
        {
            block.ResetWrittenCount();
            RegisterCodec.Write(new WireWriter(block), register, devices.Of(register.Point.Device));
            section.Block(block.WrittenSpan);
        }

        Close(writer, WireSection.Registers, body);
    }

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

    static void Close(WireWriter writer, WireSection tag, ArrayBufferWriter<byte> body)
    {
        writer.Byte((byte)tag);
        writer.Block(body.WrittenSpan);
        body.ResetWrittenCount();
    }
}
