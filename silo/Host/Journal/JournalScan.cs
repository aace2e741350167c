namespace DcOps.Silo.Host.Journal;

/// <summary>
/// Reads one file of the journal from front to back. Only the last flush group can be torn by a crash, as each is flushed
/// before the next begins; nothing of a torn group was receipted, so it ends where its first hole begins. A hole with a
/// later group behind it was durable once: that is damage, and what lies behind it is read on.
/// </summary>
static class JournalScan
{
    /// <param name="bytes">The whole file.</param>
    /// <param name="start">Position of the first record.</param>
    /// <param name="found">Gets position and bytes of every record.</param>
    /// <param name="damaged">Gets position and length of every hole that is damage.</param>
    /// <returns>Position behind the last record.</returns>
    public static long Run(ReadOnlySpan<byte> bytes, long start, Record found, Action<long, long> damaged)
    {
        var at = JournalFormat.HeaderLength;
        var good = at;
        List<(int At, int Length)> doubtful = [];
        while (at < bytes.Length)
        {
            var length = JournalFormat.Measure(bytes[at..]);
            if (length == 0)
            {
                var next = bytes[(at + 1)..].IndexOf(JournalFormat.Marker);
                at = next < 0 ? bytes.Length : at + 1 + next;
                continue;
            }

            if (at == good)
                good = Take(bytes, at, length);
            else
                doubtful.Add((at, length));

            // Behind a hole: whole records of its own group may be older than the hole; a later group never is.
            if (doubtful.Count > 0 && JournalFormat.GroupOf(bytes[at..]) > PositionOf(good))
            {
                foreach (var record in doubtful)
                {
                    if (record.At > good)
                        damaged(PositionOf(good), record.At - good);
                    good = Take(bytes, record.At, record.Length);
                }

                doubtful.Clear();
            }

            at += length;
        }

        return PositionOf(good);

        int Take(ReadOnlySpan<byte> bytes, int at, int length)
        {
            found(PositionOf(at), bytes.Slice(at, length));
            return at + length;
        }

        long PositionOf(int offset) => start + offset - JournalFormat.HeaderLength;
    }

    internal delegate void Record(long position, ReadOnlySpan<byte> record);
}
