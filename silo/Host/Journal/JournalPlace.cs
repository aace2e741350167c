using System.Runtime.CompilerServices;
using System.Text;
using DcOps.Grains.Journal;

namespace DcOps.Silo.Host.Journal;

/// <summary>One owner's records in the files of the journal.</summary>
sealed class JournalPlace(FileJournal journal, string owner) : IJournalPlace
{
    readonly Queue<(JournalSegment Segment, long End)> _held = [];
    readonly byte[] _key = Encoding.UTF8.GetBytes(owner);
    List<RecordPlace>? _found;
    JournalSegment? _newest;
    long _position;

    public ReadOnlySpan<byte> Key => _key;

    public long Position => Volatile.Read(ref _position);

    public long DurableThrough => journal.DurableThrough;

    public bool IsWanted => journal.Wants(this);

    /// <summary>The oldest file that holds a record that no image covers; null when there is none. Under the journal's lock.</summary>
    public JournalSegment? Oldest => _held.TryPeek(out var oldest) ? oldest.Segment : _newest;

    public long? Append(long basis, DateTimeOffset receivedAt, ReadOnlySpan<byte> batches) =>
        journal.Append(this, basis, receivedAt, batches);

    public void Cover(long through) => journal.Cover(this, through);

    public async IAsyncEnumerable<JournalRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = _found ?? await journal.FindAsync(this, cancellationToken);
        _found = null;
        var buffer = Array.Empty<byte>();
        foreach (var place in records)
        {
            if (buffer.Length < place.Length)
                buffer = new byte[Math.Max(place.Length, 4_096)];
            var record = buffer.AsMemory(0, place.Length);
            place.Segment.Read(place.Position, record);
            yield return JournalFormat.Read(record);
        }
    }

    /// <summary>A record that a start found; under the journal's lock.</summary>
    public void Found(RecordPlace record)
    {
        (_found ??= []).Add(record);
        Hold(record.Segment, record.Position + record.Length);
    }

    /// <summary>The file holds a record of this owner that ends at the position; under the journal's lock.</summary>
    public void Hold(JournalSegment segment, long end)
    {
        if (_newest != segment)
        {
            if (_newest is not null)
                _held.Enqueue((_newest, _position));
            segment.Holders++;
            _newest = segment;
        }

        Volatile.Write(ref _position, end);
    }

    /// <summary>Lets go of the files whose records of this owner all end at or before the position; under the journal's lock.</summary>
    public void Release(long through)
    {
        while (_held.TryPeek(out var oldest) && oldest.End <= through)
        {
            _held.Dequeue();
            oldest.Segment.Holders--;
        }

        if (_newest is not null && _position <= through)
        {
            _newest.Holders--;
            _newest = null;
        }
    }

    /// <summary>Files that hold records that no image covers, oldest first; under the journal's lock.</summary>
    public JournalSegment[] Held() => _newest is null ? [] : [.. _held.Select(held => held.Segment), _newest];
}
