using DcOps.Contracts.Wire;

namespace DcOps.Collectors.Pipeline.Delivery.Storage;

/// <summary>Reads one segment from its beginning, record by record; a record that is not sound ends it.</summary>
sealed class SegmentReader : IDisposable
{
    readonly Stream _file;
    byte[] _record = new byte[4_096];
    int _recordLength;

    SegmentReader(Stream file, DateTimeOffset? startedAt)
    {
        _file = file;
        StartedAt = startedAt;
        SoundBytes = startedAt is null ? 0 : SegmentFormat.HeaderBytes;
    }

    /// <summary>Null when the file does not begin as a segment does.</summary>
    public DateTimeOffset? StartedAt { get; }

    /// <summary>Bytes from the beginning that hold whole records.</summary>
    public long SoundBytes { get; private set; }

    /// <summary>Sequence of the last record read; null before the first.</summary>
    public long? LastSequence { get; private set; }

    public static SegmentReader Open(string path)
    {
        // The writer of the open segment goes on while we read.
        Stream file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.SequentialScan);
        if (SegmentName.Parse(Path.GetFileName(path)) is { IsPacked: true })
        {
            using var packed = file;
            file = SegmentPacking.Unpack(packed);
        }

        Span<byte> header = stackalloc byte[SegmentFormat.HeaderBytes];
        var length = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return new(file, SegmentFormat.ReadHeader(header[..length]));
    }

    /// <summary>
    /// Steps to the next record. False at the end, at a record that is cut short, and at one that is damaged: the difference
    /// does not matter to a reader, who stops at the first.
    /// </summary>
    /// <param name="batch">Null when the record is whole, but its batch is of a form that this release cannot read.</param>
    public bool TryNext(out OutboxBatch? batch)
    {
        batch = null;
        if (!Advance())
            return false;

        var payload = _record.AsSpan(SegmentFormat.RecordHeaderBytes, _recordLength - SegmentFormat.RecordHeaderBytes);
        if (ReadingBatchCodec.Decode(payload, out var decoded) == WireFault.None)
            batch = new(decoded!, _recordLength);
        return true;
    }

    /// <summary>Steps over one record without decoding its batch.</summary>
    public bool Advance()
    {
        if (StartedAt is null)
            return false;

        _file.Position = SoundBytes;
        if (!Fill(0, SegmentFormat.RecordHeaderBytes) || SegmentFormat.PayloadLength(_record) is not { } payload)
            return false;

        var length = SegmentFormat.RecordHeaderBytes + payload;
        if (_file.Length - SoundBytes < length)
            return false;

        if (_record.Length < length)
            Array.Resize(ref _record, length);
        if (!Fill(SegmentFormat.RecordHeaderBytes, payload) || !SegmentFormat.IsSound(_record.AsSpan(0, length)))
            return false;

        _recordLength = length;
        LastSequence = SegmentFormat.Sequence(_record);
        SoundBytes += length;
        return true;
    }

    public void Dispose() => _file.Dispose();

    bool Fill(int offset, int count) =>
        _file.ReadAtLeast(_record.AsSpan(offset, count), count, throwOnEndOfStream: false) == count;
}
