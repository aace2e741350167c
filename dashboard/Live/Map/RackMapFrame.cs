using System.Buffers.Binary;
using System.IO.Compression;

namespace DcOps.Dashboard.Live.Map;

/// <summary>
/// The map at one tick, as browsers read it: kind (1 whole, 2 changes), length of the body, sequence, instant in Unix ms, all little
/// endian; then the body. Whole: every cell, as a zlib stream. Changes: for each, the distance from the one before as a varint, and
/// the cell.
/// </summary>
sealed class RackMapFrame
{
    public const byte Whole = 1;
    public const byte Changes = 2;
    public const int HeadLength = 1 + sizeof(uint) + sizeof(uint) + sizeof(long);

    public static readonly RackMapFrame None = new(0, default, []);

    readonly DateTimeOffset _at;
    byte[]? _whole;

    RackMapFrame(uint sequence, DateTimeOffset at, byte[] cells) => (Sequence, _at, Cells) = (sequence, at, cells);

    public uint Sequence { get; }

    /// <summary>By the numbers of the layout.</summary>
    public byte[] Cells { get; }

    public RackMapFrame Next(byte[] cells, DateTimeOffset at) => new(Sequence + 1, at, cells);

    /// <summary>Encoded once, however many ask.</summary>
    public byte[] EncodeWhole()
    {
        if (_whole is not null)
            return _whole;

        using var body = new MemoryStream();
        using (var packed = new ZLibStream(body, CompressionLevel.Fastest, leaveOpen: true))
            packed.Write(Cells);
        return _whole = Encode(Whole, body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <param name="before">Of as many cells.</param>
    public byte[] EncodeChanges(RackMapFrame before)
    {
        var body = new List<byte>();
        var last = -1;
        for (var number = 0; number < Cells.Length; number++)
        {
            if (Cells[number] == before.Cells[number])
                continue;
            for (var distance = (uint)(number - last); ; distance >>= 7)
            {
                if (distance < 0x80)
                {
                    body.Add((byte)distance);
                    break;
                }

                body.Add((byte)(distance | 0x80));
            }

            body.Add(Cells[number]);
            last = number;
        }

        return Encode(Changes, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(body));
    }

    byte[] Encode(byte kind, ReadOnlySpan<byte> body)
    {
        var frame = new byte[HeadLength + body.Length];
        frame[0] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(1), (uint)body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(5), Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(9), _at.ToUnixTimeMilliseconds());
        body.CopyTo(frame.AsSpan(HeadLength));
        return frame;
    }
}
