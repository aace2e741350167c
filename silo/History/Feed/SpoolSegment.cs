using System.Globalization;

namespace DcOps.History.Feed;

/// <summary>One file of the spool: a mark of its form, then records. Deleted when every record is done.</summary>
sealed class SpoolSegment
{
    /// <summary>Form 1. Another form gets another last digit.</summary>
    static readonly byte[] Form = "DCOSPOL1"u8.ToArray();

    SpoolSegment(string path, long number)
    {
        Path = path;
        Number = number;
        Position = Form.Length;
        Bytes = Form.Length;
    }

    public string Path { get; }

    public long Number { get; }

    /// <summary>Offset of the first record that is not done.</summary>
    public long Position { get; set; }

    /// <summary>Length of what was written and forced to disk.</summary>
    public long Bytes { get; private set; }

    /// <summary>Rows that are not done.</summary>
    public int Rows { get; set; }

    public NewestRows Newest { get; private set; }

    public bool IsDone => Position >= Bytes;

    public static SpoolSegment Create(string folder, long number, out FileStream file)
    {
        var segment = new SpoolSegment(PathOf(folder, number), number);
        file = new FileStream(segment.Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(Form);
        return segment;
    }

    /// <summary>Reads what an earlier process left. Damaged records are skipped, a torn end is cut off.</summary>
    /// <param name="damaged">Records to skip.</param>
    /// <param name="lostBytes">Bytes that hold nothing readable.</param>
    /// <exception cref="HistoryRefusedException">A newer version wrote the file.</exception>
    public static SpoolSegment Recover(string path, List<SpoolTicket> damaged, out long lostBytes)
    {
        var bytes = File.ReadAllBytes(path);
        var segment = new SpoolSegment(path, NumberOf(path));
        lostBytes = 0;
        if (bytes.Length > Form.Length && !bytes.AsSpan(0, Form.Length).SequenceEqual(Form))
            throw new HistoryRefusedException($"The spool file {path} was written by a newer version of DcOps: start that one again to empty it.");

        var offset = Form.Length;
        while (offset < bytes.Length && SpoolRecord.LengthOf(bytes.AsSpan(offset)) is { } length)
        {
            if (SpoolRecord.Read(bytes.AsSpan(offset)) is { } record)
            {
                segment.Add(record);
            }
            else
            {
                damaged.Add(new(segment.Number, offset, length, Rows: 0));
                segment.Bytes += length;
                lostBytes += length;
            }

            offset += length;
        }

        lostBytes += Math.Max(0, bytes.Length - offset);
        return segment;
    }

    public static IEnumerable<string> Existing(string folder) =>
        Directory.EnumerateFiles(folder, "*.spool").OrderBy(NumberOf);

    public void Add(SpoolRecord record)
    {
        Bytes += record.Length;
        Rows += record.Rows;
        Newest = Newest.And(record.Newest);
    }

    static string PathOf(string folder, long number) =>
        System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D10}.spool"));

    static long NumberOf(string path) =>
        long.Parse(System.IO.Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture);
}
