using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace DcOps.Collectors.Mqtt.Sparkplug.Wire;

/// <summary>Writes protobuf fields.</summary>
sealed class ProtobufWriter
{
    readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Unsigned(int field, ulong value)
    {
        Tag(field, WireType.Varint);
        Varint(value);
    }

    public void Boolean(int field, bool value) => Unsigned(field, value ? 1UL : 0);

    public void Float(int field, float value)
    {
        Tag(field, WireType.Fixed32);
        BinaryPrimitives.WriteSingleLittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    public void Double(int field, double value)
    {
        Tag(field, WireType.Fixed64);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, WireType.Bytes);
        Varint((ulong)value.Length);
        _bytes.Write(value);
    }

    public void Message(int field, Action<ProtobufWriter> write)
    {
        var inner = new ProtobufWriter();
        write(inner);
        Bytes(field, inner.Written);
    }

    void Tag(int field, WireType type) => Varint(((ulong)field << 3) | (byte)type);

    void Varint(ulong value)
    {
        var span = _bytes.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        _bytes.Advance(length);
    }
}
