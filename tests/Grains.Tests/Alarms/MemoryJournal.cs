using System.Runtime.CompilerServices;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>A journal without a disk, which refuses when the test says so.</summary>
sealed class MemoryJournal : IAlarmJournal
{
    readonly Lock _gate = new();
    readonly List<(string Owner, AlarmTransition Entry)> _kept = [];
    readonly HashSet<AlarmId> _ids = [];

    /// <summary>Why it does nothing; null when it works.</summary>
    public string? Refusal { get; set; }

    /// <summary>How often an entry came that was there already.</summary>
    public int Repeated { get; private set; }

    public ImmutableArray<AlarmTransition> Entries
    {
        get
        {
            lock (_gate)
                return [.. _kept.Select(each => each.Entry)];
        }
    }

    public Task AppendAsync(string owner, ImmutableArray<AlarmTransition> entries, CancellationToken cancellationToken)
    {
        RefuseIfAway();
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                if (_ids.Add(entry.Id))
                    _kept.Add((owner, entry));
                else
                    Repeated++;
            }
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableArray<AlarmTransition>> TailAsync(string owner, DateTimeOffset from, CancellationToken cancellationToken)
    {
        RefuseIfAway();
        lock (_gate)
            return Task.FromResult<ImmutableArray<AlarmTransition>>([.. _kept.Where(each => each.Owner == owner && each.Entry.RecordedAt >= from).Select(each => each.Entry)]);
    }

    public Task<ImmutableArray<AlarmTransition>> FindAsync(JournalQuery query, CancellationToken cancellationToken)
    {
        RefuseIfAway();
        return Task.FromResult<ImmutableArray<AlarmTransition>>(
        [
            .. Entries.Reverse().Where(entry => query.Alarms.IsDefaultOrEmpty || query.Alarms.Contains(entry.After.Id))
                .Where(entry => query.Where is null || entry.After.Key.Location.Path.StartsWith(query.Where, StringComparison.Ordinal))
                .Where(entry => query.Rule is null || entry.After.Key.Rule == query.Rule).Take(query.Most),
        ]);
    }

    public async IAsyncEnumerable<AlarmTransition> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, string? where, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RefuseIfAway();
        foreach (var entry in Entries.Where(entry => entry.At >= from && entry.At < to).OrderBy(entry => entry.At))
        {
            if (where is null || entry.After.Key.Location.Path.StartsWith(where, StringComparison.Ordinal))
                yield return await Task.FromResult(entry);
        }
    }

    void RefuseIfAway()
    {
        if (Refusal is not null)
            throw new JournalUnavailableException(Refusal);
    }
}
