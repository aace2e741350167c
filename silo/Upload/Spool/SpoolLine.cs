using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DcOps.Domain.Configuration;
using DcOps.Upload.Items;

namespace DcOps.Upload.Spool;

/// <summary>
/// One item as a line of a spool file: CRC-32C of the rest in eight hexadecimal digits, a space, the item as JSON, a line feed. People can
/// read and export it; a line whose checksum is another one was torn or damaged.
/// </summary>
static class SpoolLine
{
    const int HeadBytes = 9;

    public static byte[] Encode(UploadItem item)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(item, ConfigurationDocument.Strict);
        var line = new byte[HeadBytes + json.Length + 1];
        Encoding.ASCII.GetBytes(Checksum(json).ToString("x8", CultureInfo.InvariantCulture), line);
        line[HeadBytes - 1] = (byte)' ';
        json.CopyTo(line, HeadBytes);
        line[^1] = (byte)'\n';
        return line;
    }

    /// <param name="line">Without its line feed.</param>
    public static bool IsWhole(ReadOnlySpan<byte> line) =>
        line.Length > HeadBytes && line[HeadBytes - 1] == ' '
        && uint.TryParse(line[..(HeadBytes - 1)], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var checksum)
        && checksum == Checksum(line[HeadBytes..]);

    /// <summary>Null when the line is damaged.</summary>
    public static UploadItem? Decode(ReadOnlySpan<byte> line) =>
        IsWhole(line) ? JsonSerializer.Deserialize<UploadItem>(line[HeadBytes..], ConfigurationDocument.Strict) : null;

    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, rest);
        return ~sum;
    }
}
