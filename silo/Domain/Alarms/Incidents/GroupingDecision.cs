namespace DcOps.Domain.Alarms.Incidents;

/// <summary>What a person says about the grouping. It outranks every rule.</summary>
[GenerateSerializer, Immutable, Alias("GroupingDecision")]
public abstract record GroupingDecision(
    [property: Id(0)] string Author, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Reason)
{
    /// <summary>These belong together: the incidents of all of them become one.</summary>
    [GenerateSerializer, Immutable, Alias("GroupingDecision.Merge")]
    public sealed record Merge([property: Id(0)] ImmutableArray<AlarmId> Alarms, string Author, DateTimeOffset At, string Reason)
        : GroupingDecision(Author, At, Reason);

    /// <summary>These belong together and to nothing else.</summary>
    [GenerateSerializer, Immutable, Alias("GroupingDecision.Split")]
    public sealed record Split([property: Id(0)] ImmutableArray<AlarmId> Alarms, string Author, DateTimeOffset At, string Reason)
        : GroupingDecision(Author, At, Reason);
}
