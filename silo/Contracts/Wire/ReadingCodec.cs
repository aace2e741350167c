using System.Buffers.Binary;
using DcOps.Domain.Telemetry;

namespace DcOps.Contracts.Wire;

/// <summary>One reading among its neighbours: what repeats is left out.</summary>
static class ReadingCodec
{
    const byte QualityBits = 0b0000_0011;
    const byte HasValue = 0b0000_0100;
    const byte IsWhole = 0b0000_1000;
    const byte SameDevice = 0b0001_0000;
    const byte SameTime = 0b0010_0000;

    const int LongestReading = 3 + (4 * WireWriter.LongestInteger);

    /// <summary>Whole numbers up to this are written as integers: watts, watt-hours and volts mostly are.</summary>
    const double LargestWhole = 1L << 52;

    static readonly Quantity LastQuantity = Enum.GetValues<Quantity>().Max();
    static readonly PartKind LastPart = Enum.GetValues<PartKind>().Max();

    public static void Write(WireWriter writer, in Reading reading, int device, ref Neighbour last)
    {
        var value = reading.Value is { } number && double.IsFinite(number) ? number : (double?)null;
        var whole = value is { } candidate && IsWholeNumber(candidate);
        var ticks = reading.ObservedAt.UtcTicks;
        var flags = (byte)((byte)reading.Quality & QualityBits);
        flags |= value is null ? (byte)0 : HasValue;
        flags |= whole ? IsWhole : (byte)0;
        flags |= device == last.Device ? SameDevice : (byte)0;
        flags |= ticks == last.Ticks ? SameTime : (byte)0;

        // One look at the buffer for a whole reading: a batch is little else.
        var room = writer.Room(LongestReading);
        room[0] = flags;
        room[1] = (byte)reading.Point.Quantity;
        room[2] = (byte)reading.Point.Part;
        var length = 3 + WireWriter.Write(room[3..], reading.Point.Index);
        if (device != last.Device)
            length += WireWriter.Write(room[length..], (ulong)device);
        if (ticks != last.Ticks)
            length += WireWriter.WriteSigned(room[length..], ticks - last.Ticks);
        if (whole)
        {
            length += WireWriter.WriteSigned(room[length..], (long)value!.Value);
        }
        else if (value is { } fraction)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(room[length..], fraction);
            length += sizeof(double);
        }

        writer.Advance(length);
        last = new(device, ticks);
    }

    /// <summary>Null when a later release's quantity or part is meant, which this one cannot keep.</summary>
    public static Reading? Read(ref WireReader reader, List<string> devices, ref Neighbour last)
    {
        var flags = reader.Byte();
        var quantity = (Quantity)reader.Byte();
        var part = (PartKind)reader.Byte();
        var index = reader.Count(ushort.MaxValue);
        var device = (flags & SameDevice) != 0 ? last.Device : reader.Count(devices.Count - 1);
        var ticks = (flags & SameTime) != 0 ? last.Ticks : unchecked(last.Ticks + reader.Signed());
        double? value = (flags & (HasValue | IsWhole)) switch
        {
            HasValue | IsWhole => reader.Signed(),
            HasValue => reader.Double(),
            _ => null,
        };
        last = new(device, ticks);
        if (device < 0 || device >= devices.Count || ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks)
            reader.Refuse(WireFault.Malformed);
        if (reader.Fault != WireFault.None || quantity > LastQuantity || part > LastPart)
            return null;

        var quality = (ReadingQuality)Math.Min(flags & QualityBits, (int)ReadingQuality.Bad);
        return new(new(devices[device], part, (ushort)index, quantity), value, new(ticks, TimeSpan.Zero), quality);
    }

    // -0.0 would come back as 0.
    static bool IsWholeNumber(double value) =>
        Math.Abs(value) <= LargestWhole && Math.Truncate(value) == value && !(value == 0 && double.IsNegative(value));

    /// <summary>What the reading before had.</summary>
    internal readonly record struct Neighbour(int Device, long Ticks);
}
