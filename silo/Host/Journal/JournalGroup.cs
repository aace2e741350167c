namespace DcOps.Silo.Host.Journal;

/// <summary>Records that share one flush.</summary>
sealed class JournalGroup(JournalSegment segment, long start, byte[] buffer)
{
    byte[] _buffer = buffer;

    public JournalSegment Segment => segment;

    public long Start => start;

    public long End => start + Length;

    public int Length { get; private set; }

    /// <summary>To be used again by a later group.</summary>
    public byte[] Buffer => _buffer;

    public ReadOnlyMemory<byte> Records => _buffer.AsMemory(0, Length);

    public void Append(long basis, DateTimeOffset receivedAt, ReadOnlySpan<byte> owner, ReadOnlySpan<byte> batches)
    {
        var length = JournalFormat.LengthOf(owner, batches);
        if (_buffer.Length - Length < length)
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, Length + length));
        JournalFormat.Write(_buffer.AsSpan(Length, length), start, basis, receivedAt, owner, batches);
        Length += length;
    }
}
