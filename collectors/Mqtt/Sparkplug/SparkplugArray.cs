using System.Buffers.Binary;
using System.Text;

namespace DcOps.Collectors.Mqtt.Sparkplug;

/// <summary>
/// The arrays of the data types 22 to 34, which stand in a metric's bytes: numbers little-endian one after the other,
/// booleans packed behind their count, texts each ended by a zero (Sparkplug 3.0, section 6.4.16).
/// </summary>
public static class SparkplugArray
{
    /// <summary>The elements as numbers, times in ms of Unix time; null when the type is no such array or the bytes do not fit it.</summary>
    public static ImmutableArray<double>? Numbers(SparkplugType type, ReadOnlySpan<byte> bytes)
    {
        if (type == SparkplugType.BooleanArray)
            return Booleans(bytes);
        if (Width(type) is not { } width || bytes.Length % width != 0)
            return null;

        var numbers = ImmutableArray.CreateBuilder<double>(bytes.Length / width);
        for (var at = 0; at < bytes.Length; at += width)
            numbers.Add(Number(type, bytes[at..]));
        return numbers.MoveToImmutable();
    }

    /// <summary>Null when the bytes are no texts, each ended by a zero.</summary>
    public static ImmutableArray<string>? Texts(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return [];
        if (bytes[^1] != 0 || !System.Text.Unicode.Utf8.IsValid(bytes))
            return null;

        return [.. Encoding.UTF8.GetString(bytes[..^1]).Split('\0')];
    }

    static int? Width(SparkplugType type) => type switch
    {
        SparkplugType.Int8Array or SparkplugType.UInt8Array => 1,
        SparkplugType.Int16Array or SparkplugType.UInt16Array => 2,
        SparkplugType.Int32Array or SparkplugType.UInt32Array or SparkplugType.FloatArray => 4,
        SparkplugType.Int64Array or SparkplugType.UInt64Array or SparkplugType.DoubleArray or SparkplugType.DateTimeArray => 8,
        _ => null,
    };

    static double Number(SparkplugType type, ReadOnlySpan<byte> bytes) => type switch
    {
        SparkplugType.Int8Array => (sbyte)bytes[0],
        SparkplugType.UInt8Array => bytes[0],
        SparkplugType.Int16Array => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        SparkplugType.UInt16Array => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        SparkplugType.Int32Array => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        SparkplugType.UInt32Array => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        SparkplugType.FloatArray => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        SparkplugType.Int64Array => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        SparkplugType.DoubleArray => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };

    static ImmutableArray<double>? Booleans(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(uint))
            return null;

        var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var bits = bytes[sizeof(uint)..];
        if (bits.Length != (count + 7L) / 8)
            return null;

        var states = ImmutableArray.CreateBuilder<double>((int)count);
        for (var index = 0; index < count; index++)
            states.Add((bits[index / 8] >> (7 - (index % 8))) & 1);
        return states.MoveToImmutable();
    }
}
