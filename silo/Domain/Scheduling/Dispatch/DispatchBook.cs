namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>
/// What was told to which site, as a fold over the journal. A job stands at one site at a time: where a later plan says otherwise, it is taken
/// back first. A late or a second answer changes nothing that was decided.
/// </summary>
public sealed class DispatchBook
{
    readonly Dictionary<string, DispatchRecord> _records = new(StringComparer.Ordinal);

    public IReadOnlyCollection<DispatchRecord> Records => _records.Values;

    /// <summary>Null when nothing of the key was ever written.</summary>
    public DispatchRecord? Find(string key) => _records.GetValueOrDefault(key);

    /// <summary>What may still run of a job under another key.</summary>
    public IEnumerable<DispatchRecord> Elsewhere(string job, string key) =>
        _records.Values.Where(record => record.MayRun && record.Command.Job == job && record.Command.Key != key);

    /// <summary>Whether the event would change something: a step back, a repetition or an answer to nothing would not.</summary>
    public bool Takes(DispatchEvent change) => (_records.GetValueOrDefault(change.Key)?.State, change.State) switch
    {
        (null, DispatchState.Sent or DispatchState.Shadow) => change.Command is not null,
        (DispatchState.Sent, DispatchState.Accepted or DispatchState.Refused or DispatchState.Recalling) => true,
        (DispatchState.Accepted, DispatchState.Verified or DispatchState.Recalling) => true,
        (DispatchState.Verified, DispatchState.Recalling) => true,
        (DispatchState.Recalling, DispatchState.RolledBack) => true,
        // Planned there once more after it was taken back or only written down.
        (DispatchState.RolledBack or DispatchState.Shadow, DispatchState.Sent) => change.Command is not null,
        _ => false,
    };

    /// <exception cref="ArgumentException">The event changes nothing; see <see cref="Takes"/>.</exception>
    public void Apply(DispatchEvent change)
    {
        if (!Takes(change))
            throw new ArgumentException($"{change.Key} cannot become {change.State}.", nameof(change));
        var before = _records.GetValueOrDefault(change.Key);
        _records[change.Key] = new(
            change.Command ?? before!.Command, change.State, change.At, change.State == DispatchState.Sent ? change.At : before?.SentAt, change.Text);
    }
}
