using System.Buffers.Binary;
using System.IO.Compression;
using DcOps.Dashboard.Live.Map;

namespace DcOps.Dashboard.Tests.Map;

public sealed class RackMapFrameTests
{
    static readonly DateTimeOffset At = new(2026, 11, 22, 13, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_whole_frame_holds_every_cell()
    {
        byte[] cells = [.. Enumerable.Range(0, 1_000).Select(number => (byte)number)];
        var frame = RackMapFrame.None.Next(cells, At).EncodeWhole();

        using var body = new ZLibStream(new MemoryStream(BodyOf(frame, RackMapFrame.Whole, sequence: 1)), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        body.CopyTo(plain);

        Assert.Equal(cells, plain.ToArray());
    }

    [Fact]
    public void Changes_laid_over_the_frame_before_give_the_frame()
    {
        var random = new Random(7);
        var before = RackMapFrame.None.Next(new byte[70_000], At);
        var cells = new byte[70_000];
        foreach (var number in new[] { 0, 1, 127, 128, 129, 16_600, 69_999 }.Concat(Enumerable.Range(0, 500).Select(_ => random.Next(cells.Length))))
            cells[number] = (byte)random.Next(1, 256);

        var body = BodyOf(before.Next(cells, At.AddSeconds(1)).EncodeChanges(before), RackMapFrame.Changes, sequence: 2);

        Assert.Equal(cells, Laid(new byte[70_000], body));
        Assert.True(body.Length < 4 * 507, $"{body.Length} bytes for about 507 changes");
    }

    [Fact]
    public void Nothing_changed_is_a_frame_of_its_head_alone()
    {
        var before = RackMapFrame.None.Next([1, 2, 3], At);

        Assert.Equal(RackMapFrame.HeadLength, before.Next([1, 2, 3], At).EncodeChanges(before).Length);
    }

    static byte[] BodyOf(byte[] frame, byte kind, uint sequence)
    {
        Assert.Equal(kind, frame[0]);
        Assert.Equal((uint)(frame.Length - RackMapFrame.HeadLength), BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(1)));
        Assert.Equal(sequence, BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(5)));
        return frame[RackMapFrame.HeadLength..];
    }

    static byte[] Laid(byte[] cells, byte[] body)
    {
        var number = -1;
        for (var at = 0; at < body.Length;)
        {
            var (distance, shift) = (0, 0);
            byte part;
            do
            {
                part = body[at++];
                distance |= (part & 127) << shift;
                shift += 7;
            }
            while (part > 127);
            cells[number += distance] = body[at++];
        }

        return cells;
    }
}
