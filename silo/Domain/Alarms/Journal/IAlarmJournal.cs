namespace DcOps.Domain.Alarms.Journal;

/// <summary>Everything that happened to alarms. Only ever added to; an entry that is there already changes nothing.</summary>
public interface IAlarmJournal
{
    /// <summary>
    /// Completes when the entries would survive the process. What is in it already, by <see cref="AlarmTransition.Id"/>, is passed over.
    /// </summary>
    /// <param name="owner">Room or facility whose book wrote them.</param>
    /// <exception cref="JournalUnavailableException">The store cannot be reached; so in every member.</exception>
    Task AppendAsync(string owner, ImmutableArray<AlarmTransition> entries, CancellationToken cancellationToken);

    /// <summary>Entries of an owner that were recorded at or after an instant, in their order: what a book replays over its image.</summary>
    Task<ImmutableArray<AlarmTransition>> TailAsync(string owner, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<ImmutableArray<AlarmTransition>> FindAsync(JournalQuery query, CancellationToken cancellationToken);

    /// <summary>By time, every entry of a period: what the figures of the alarm system are folded from.</summary>
    /// <param name="where">Location path; null is everywhere.</param>
    IAsyncEnumerable<AlarmTransition> ReadAsync(DateTimeOffset from, DateTimeOffset to, string? where, CancellationToken cancellationToken);
}
