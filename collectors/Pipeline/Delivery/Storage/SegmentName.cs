using System.Globalization;

namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>Names of segment files: first and last sequence of a closed one, first of the one being written.</summary>
/// <param name="Last">Null while it is written.</param>
/// <param name="IsPacked">Whether a closed one is compressed.</param>
readonly record struct SegmentName(long First, long? Last, bool IsPacked = false)
{
    /// <summary>At the end of a file's name while it is compressed.</summary>
    public const string Unfinished = ".new";

    const string Packed = ".packed";
    const string Closed = ".closed";
    const string Open = ".open";

    // Zeroes in front, so that a listing is in order of sequence.
    public string FileName => Last is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{First:D19}-{last:D19}{(IsPacked ? Packed : Closed)}")
        : string.Create(CultureInfo.InvariantCulture, $"{First:D19}{Open}");

    public static SegmentName? Parse(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        switch (Path.GetExtension(fileName))
        {
            case Open when Number(stem) is { } first:
                return new(first, null);
            case Closed or Packed when stem.Split('-') is [var from, var to] && Number(from) is { } start && Number(to) is { } end && end >= start:
                return new(start, end, Path.GetExtension(fileName) == Packed);
            default:
                return null;
        }
    }

    static long? Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
