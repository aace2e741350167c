namespace DcOps.Domain.Alarms.Incidents;

/// <summary>What a person says about the grouping. It outranks every rule.</summary>
public abstract record GroupingDecision(string Author, DateTimeOffset At, string Reason)
{
    /// <summary>These belong together: the incidents of all of them become one.</summary>
    public sealed record Merge(ImmutableArray<AlarmId> Alarms, string Author, DateTimeOffset At, string Reason)
        : GroupingDecision(Author, At, Reason);

    /// <summary>These belong together and to nothing else.</summary>
    public sealed record Split(ImmutableArray<AlarmId> Alarms, string Author, DateTimeOffset At, string Reason)
        : GroupingDecision(Author, At, Reason);
}
