using System.Runtime.CompilerServices;
using DcOps.Grains.Journal;

namespace DcOps.Grains.Tests.Journal;

/// <summary>A journal without a disk, which refuses, and becomes durable, when the test says so.</summary>
sealed class MemoryDeliveries : IDeliveryJournal
{
    readonly List<(string Owner, long Position, JournalRecord Record)> _records = [];
    readonly Dictionary<string, long> _covered = new(StringComparer.Ordinal);
    long _position;

    public bool IsKept => true;

    public string? Fault => null;

    public bool Refuses { get; set; }

    public bool IsFilling { get; set; }

    public long DurableThrough { get; private set; }

    public int Records => _records.Count;

    public IJournalPlace Open(string owner) => new Place(this, owner);

    /// <summary>Everything appended so far would survive.</summary>
    public void Flush() => DurableThrough = _position;

    /// <summary>What a crash leaves.</summary>
    public MemoryDeliveries Crash()
    {
        var left = new MemoryDeliveries { _position = DurableThrough, DurableThrough = DurableThrough };
        left._records.AddRange(_records.Where(record => record.Position <= DurableThrough));
        foreach (var (owner, covered) in _covered)
            left._covered[owner] = covered;
        return left;
    }

    /// <summary>How many records of the owner no image covers.</summary>
    public int Uncovered(string owner) =>
        _records.Count(record => record.Owner == owner && record.Position > _covered.GetValueOrDefault(owner));

    sealed class Place(MemoryDeliveries journal, string owner) : IJournalPlace
    {
        public long Position => journal._records.LastOrDefault(record => record.Owner == owner).Position;

        public long DurableThrough => journal.DurableThrough;

        public bool IsWanted => journal.IsFilling;

        public long? Append(long basis, DateTimeOffset receivedAt, ReadOnlySpan<byte> batches)
        {
            if (journal.Refuses)
                return null;

            journal._position++;
            journal._records.Add((owner, journal._position, new(basis, receivedAt, batches.ToArray())));
            return journal._position;
        }

        public void Cover(long through) => journal._covered[owner] = through;

        public async IAsyncEnumerable<JournalRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var record in journal._records.Where(record => record.Owner == owner && record.Position > journal._covered.GetValueOrDefault(owner)).ToList())
                yield return record.Record;
        }
    }
}
